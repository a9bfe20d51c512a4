package dev.nameplate.asset.decode;

/**
 * Limits on decoding an image. Sizes are checked by its header, before anything is decoded.
 *
 * @param maxPixels the most pixels of an image; 1 or more
 * @param maxBuffered the most pixels if the reader holds the whole image in memory, as for WebP and
 *     JPEG with several scans; 1 or more
 * @param maxKept the most pixels of the result; larger images are subsampled; 1 or more
 */
public record DecodeLimits(long maxPixels, long maxBuffered, long maxKept) {
  /** The most pixels of a fetched image, more than any layer shows. */
  private static final long FETCHED_KEPT = 4_000_000;

  /** The most pixels of a fetched image that is buffered, at four bytes a pixel and two buffers. */
  private static final long FETCHED_BUFFERED = 8_000_000;

  /**
   * @throws IllegalArgumentException if a limit is less than 1
   */
  public DecodeLimits {
    if (maxPixels < 1 || maxBuffered < 1 || maxKept < 1) {
      throw new IllegalArgumentException("limits on pictures must be 1 or more");
    }
  }

  /**
   * Returns limits for files of a template's own folder, which are not subsampled.
   *
   * @param maxPixels the most pixels of an image; 1 or more
   * @throws IllegalArgumentException if {@code maxPixels} is less than 1
   */
  public static DecodeLimits ofAuthors(long maxPixels) {
    return new DecodeLimits(maxPixels, maxPixels, maxPixels);
  }

  /**
   * Returns limits for fetched files, which are not trusted: at most 8,000,000 pixels where the
   * reader holds the whole image in memory, and a result of about 4,000,000 pixels at most.
   *
   * @param maxPixels the most pixels of an image; 1 or more
   * @throws IllegalArgumentException if {@code maxPixels} is less than 1
   */
  public static DecodeLimits ofFetched(long maxPixels) {
    return new DecodeLimits(maxPixels, Math.min(maxPixels, FETCHED_BUFFERED), FETCHED_KEPT);
  }

  /**
   * Checks an image's header.
   *
   * @throws TooLargeException if it states more pixels than the limits allow
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

  /**
   * The subsampling step: 1 if every pixel is read, 2 for every second one in both directions, and
   * so on.
   */
  int step(ImageMetadata metadata) {
    long pixels = (long) metadata.width() * metadata.height();
    return Math.max(1, (int) Math.ceil(Math.sqrt((double) pixels / maxKept)));
  }
}
