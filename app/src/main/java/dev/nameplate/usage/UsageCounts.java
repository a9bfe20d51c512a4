package dev.nameplate.usage;

/**
 * Three counts, each 0 or more.
 *
 * @param urls URLs that the API made, each counted once in 24 hours as far as memory knows
 * @param pictures requests for which a picture was drawn
 * @param hits requests for pictures that were answered without drawing: from a cache, or with a 304
 */
public record UsageCounts(long urls, long pictures, long hits) {
  /** Nothing was made. */
  public static final UsageCounts ZERO = new UsageCounts(0, 0, 0);

  public UsageCounts {
    if (urls < 0 || pictures < 0 || hits < 0) {
      throw new IllegalArgumentException("counts are 0 or more");
    }
  }

  /** Returns the sums of these counts and others. */
  public UsageCounts plus(UsageCounts other) {
    return new UsageCounts(urls + other.urls, pictures + other.pictures, hits + other.hits);
  }

  /** Returns whether all three are 0. */
  public boolean isZero() {
    return urls == 0 && pictures == 0 && hits == 0;
  }

  /** What these counts have grown by since earlier ones of the same counter. */
  UsageCounts since(UsageCounts earlier) {
    return new UsageCounts(urls - earlier.urls, pictures - earlier.pictures, hits - earlier.hits);
  }
}
