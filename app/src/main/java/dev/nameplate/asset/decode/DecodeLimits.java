package dev.nameplate.asset.decode;

/**
 * What a picture may take. Sizes are judged by its header, before anything is decoded.
 *
 * @param maxPixels the most pixels that a picture may have
 * @param maxBuffered the most where its reader holds all of it: WebP, and JPEG of several scans
 * @param maxKept the most pixels of the result; larger pictures are read at every second, third…
 *     pixel
 */
public record DecodeLimits(long maxPixels, long maxBuffered, long maxKept) {
  /** More than any box of a template shows. */
  private static final long FETCHED_KEPT = 4_000_000;

  /** Four bytes a pixel, twice at a time. */
  private static final long FETCHED_BUFFERED = 8_000_000;

  public DecodeLimits {
    if (maxPixels < 1 || maxBuffered < 1 || maxKept < 1) {
      throw new IllegalArgumentException("limits on pictures must be 1 or more");
    }
  }

  /** For files of a template's own folder, which are read at their full size. */
  public static DecodeLimits ofAuthors(long maxPixels) {
    return new DecodeLimits(maxPixels, maxPixels, maxPixels);
  }

  /** For files that anybody may have made. */
  public static DecodeLimits ofFetched(long maxPixels) {
    return new DecodeLimits(maxPixels, Math.min(maxPixels, FETCHED_BUFFERED), FETCHED_KEPT);
  }

  /**
   * Looks at a picture's header.
   *
   * @throws TooLargeException where it announces more pixels than are decoded
   */
  void check(ImageMetadata metadata) {
    long most = metadata.isBuffered() ? maxBuffered : maxPixels;
    if (metadata.largestPixels() > most) {
      throw new TooLargeException(
          "the picture has "
              + metadata.largestPixels()
              + " pixels; at most "
              + most
              + " are decoded");
    }
  }

  /** 1 where every pixel is read, 2 for every second one along each side, and so on. */
  int step(ImageMetadata metadata) {
    long pixels = (long) metadata.width() * metadata.height();
    return Math.max(1, (int) Math.ceil(Math.sqrt((double) pixels / maxKept)));
  }
}
