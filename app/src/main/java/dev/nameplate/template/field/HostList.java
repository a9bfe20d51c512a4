package dev.nameplate.template.field;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hosts that an image may come from. {@code photos.example.com} is that name and no other,
 * {@code *.example.com} every name below it; addresses stand for themselves.
 */
public final class HostList {
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern ENTRY =
      Pattern.compile(
          "(?i)(?:\\*\\."
              + LABEL
              + "\\."
              + ")?"
              + LABEL
              + "(?:\\."
              + LABEL
              + "){0,8}"
              + "|\\[[0-9a-f:.]{2,45}\\]");

  private HostList() {}

  /** Whether a host is one of a list. */
  public static boolean lists(List<String> hosts, String host) {
    return entry(hosts, host).isPresent();
  }

  /** The entry of a list that a host is covered by, as its author wrote it. */
  public static Optional<String> entry(List<String> hosts, String host) {
    String small = bare(host);
    return hosts.stream().filter(listed -> covers(bare(listed), small)).findFirst();
  }

  /**
   * Whether an entry can be listed: a name, {@code *.} before a name of two labels or more, an IPv4
   * address, or an IPv6 address in brackets. Nothing stands for all hosts.
   */
  public static boolean isWellFormed(String entry) {
    return ENTRY.matcher(entry).matches();
  }

  private static boolean covers(String listed, String host) {
    return listed.startsWith("*.")
        ? host.endsWith(listed.substring(1)) && host.length() >= listed.length()
        : host.equals(listed);
  }

  private static String bare(String host) {
    String small = host.toLowerCase(Locale.ROOT);
    return small.startsWith("[") && small.endsWith("]")
        ? small.substring(1, small.length() - 1)
        : small;
  }
}
