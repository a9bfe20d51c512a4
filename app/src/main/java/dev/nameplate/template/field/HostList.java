package dev.nameplate.template.field;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Matches hosts against the entries of a field's {@code hosts}. {@code photos.example.com} matches
 * that name only, {@code *.example.com} every name below it but not {@code example.com}; an IP
 * address matches itself. All comparisons ignore case.
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

  /**
   * Whether any entry covers a host.
   *
   * @param hosts entries; an empty list covers none
   * @param host a name or an IP address, IPv6 with or without brackets
   */
  public static boolean lists(List<String> hosts, String host) {
    return entry(hosts, host).isPresent();
  }

  /**
   * The first entry that covers a host, as its author wrote it.
   *
   * @param hosts entries
   * @param host a name or an IP address, IPv6 with or without brackets
   * @return empty where none covers it
   */
  public static Optional<String> entry(List<String> hosts, String host) {
    String lower = bare(host);
    return hosts.stream().filter(listed -> covers(bare(listed), lower)).findFirst();
  }

  /**
   * Whether an entry has the form of a host name (LDH labels, RFC 1123) of at most nine labels, of
   * {@code *.} and a name of at least two labels, of an IPv4 address, or of an IPv6 address in
   * brackets. The numbers of IP addresses are not checked. There is no entry for all hosts.
   *
   * @param entry as its author wrote it, in upper or lower case
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
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.startsWith("[") && lower.endsWith("]")
        ? lower.substring(1, lower.length() - 1)
        : lower;
  }
}
