package dev.nameplate.http.image;

/**
 * A keyed 128-bit hash of a request's target, which stands for the request: without the key nobody
 * can make two collide.
 *
 * @param low the first eight bytes, little-endian
 * @param high the other eight
 */
public record TargetHash(long low, long high) {
  @Override
  public int hashCode() {
    return (int) low;
  }
}
