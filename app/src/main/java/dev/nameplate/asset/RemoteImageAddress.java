package dev.nameplate.asset;

import java.util.List;

/**
 * The address of a picture outside, and where it may lead. The address is a recipient's data:
 * {@code toString} gives its shape only.
 *
 * @param url absolute
 * @param hosts the names that it and every redirect must keep to, as the template lists them
 */
public record RemoteImageAddress(String url, List<String> hosts) {
  public RemoteImageAddress {
    hosts = List.copyOf(hosts);
  }

  @Override
  public String toString() {
    return "OutsideAddress[" + url.length() + " chars, hosts " + hosts + "]";
  }
}
