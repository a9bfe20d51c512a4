package dev.nameplate.merge.query;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The query parameters that email platforms append to URLs to track clicks. */
public final class TrackingKeys {
  private static final Set<String> KEYS =
      Set.of(
          "mc_cid",
          "mc_eid",
          "mkt_tok",
          "vero_id",
          "vero_conv",
          "oly_enc_id",
          "oly_anon_id",
          "gclid",
          "dclid",
          "gbraid",
          "wbraid",
          "fbclid",
          "msclkid",
          "twclid",
          "igshid",
          "s_cid",
          "elqtrackid",
          "elq",
          "dm_i",
          "ck_subscriber_id",
          "vgo_ee");
  private static final List<String> PREFIXES =
      List.of("_", "utm_", "hsa_", "sc_", "pk_", "mtm_", "sfmc_", "trk_", "omnisend");
  private static final List<String> APPENDED =
      List.of("mc_cid=", "mc_eid=", "_hsenc=", "_hsmi=", "_kx=", "mkt_tok=", "vero_id=");
  private static final String UTM = "utm_";

  private TrackingKeys() {}

  /**
   * Whether a key is a tracker's, or a control parameter, which begin with {@code _}.
   *
   * @param key in lower case
   */
  static boolean isTracking(String key) {
    return KEYS.contains(key) || PREFIXES.stream().anyMatch(key::startsWith);
  }

  /**
   * Cuts off the query that a tracker appended to a raw value.
   *
   * @param raw still percent-encoded
   * @return the value up to the first {@code ?} that a known tracking key follows, without that
   *     mark; the value itself if there is none
   */
  public static String withoutAppendedQuery(String raw) {
    int mark = raw.indexOf('?');
    while (mark >= 0) {
      if (isTrackerAt(raw, mark + 1)) {
        return raw.substring(0, mark);
      }
      mark = raw.indexOf('?', mark + 1);
    }
    return raw;
  }

  private static boolean isTrackerAt(String raw, int at) {
    String start = raw.substring(at, Math.min(raw.length(), at + 40)).toLowerCase(Locale.ROOT);
    if (APPENDED.stream().anyMatch(start::startsWith)) {
      return true;
    }
    int equals = start.indexOf('=');
    return start.startsWith(UTM)
        && equals > UTM.length()
        && start.substring(0, equals).chars().allMatch(c -> c == '_' || (c >= 'a' && c <= 'z'));
  }
}
