package dev.nameplate.asset;

import java.util.List;

/**
 * The URL of a remote image, and the hosts it may be fetched from. The URL is personal data: {@code
 * toString} gives its length only.
 *
 * @param url absolute, {@code http} or {@code https}
 * @param hosts the hosts that the URL and every redirect must match, as the template lists them
 */
public record RemoteImageAddress(String url, List<String> hosts) {
  /** Copies the list. */
  public RemoteImageAddress {
    hosts = List.copyOf(hosts);
  }

  @Override
  public String toString() {
    return "RemoteImageAddress[" + url.length() + " chars, hosts " + hosts + "]";
  }
}
