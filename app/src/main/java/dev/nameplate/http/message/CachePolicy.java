package dev.nameplate.http.message;

import dev.nameplate.template.CacheAges;
import java.time.Duration;

/** Every value of {@code Cache-Control} there is (RFC 9111, RFC 5861), and the ages in them. */
public final class CachePolicy {
  /** For what must not be kept: faults and explanations. */
  public static final String NO_STORE = "no-store";

  /** For a picture that lacks something of ours: soon there will be a better one. */
  public static final CacheAges DEGRADED = plain(30);

  /** For a picture that came of too much being asked at once: in seconds there is a better one. */
  public static final CacheAges LOADED = plain(5);

  /** For a picture whose tag was not filled in: the author mends it and looks again. */
  private static final CacheAges UNMERGED = plain(300);

  /** For a picture that will soon take fewer bytes. */
  private static final CacheAges QUICK = plain(60);

  private CachePolicy() {}

  /** For a whole picture in more bytes than it will have; never longer than the packed one. */
  public static CacheAges quick(CacheAges ages) {
    boolean shorter =
        ages.shared().compareTo(QUICK.shared()) < 0 || ages.maxAge().compareTo(QUICK.maxAge()) < 0;
    return shorter ? ages : QUICK;
  }

  /** For a whole picture. */
  public static CacheAges of(CacheAges ages, boolean unmerged) {
    return unmerged && ages.shared().compareTo(UNMERGED.shared()) > 0 ? UNMERGED : ages;
  }

  /** As the header writes them. */
  static String text(CacheAges ages) {
    return "public, max-age="
        + ages.maxAge().toSeconds()
        + ", s-maxage="
        + ages.shared().toSeconds()
        + stale("while-revalidate", ages.staleWhileRevalidate())
        + stale("if-error", ages.staleIfError())
        + ", no-transform";
  }

  private static String stale(String when, Duration age) {
    return age.isZero() ? "" : ", stale-" + when + "=" + age.toSeconds();
  }

  private static CacheAges plain(int seconds) {
    Duration age = Duration.ofSeconds(seconds);
    return new CacheAges(age, age, Duration.ZERO, Duration.ZERO);
  }
}
