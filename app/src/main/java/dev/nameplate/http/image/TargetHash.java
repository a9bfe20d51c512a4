package dev.nameplate.http.image;

/**
 * A keyed hash of what was asked for: 128 bits, which nobody without the key can make collide, so
 * that a request's hash stands for the request.
 *
 * @param low the first eight bytes as the standard writes them
 * @param high the other eight
 */
public record TargetHash(long low, long high) {
  @Override
  public int hashCode() {
    return (int) low;
  }
}
