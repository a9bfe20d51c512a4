package dev.nameplate.access.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.access.client.TrustedProxies.Header;
import dev.nameplate.net.CidrSet;
import dev.nameplate.net.IpLiteral;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client's address is believed from our own proxies alone. */
final class TrustedProxiesTest {
  private static final CidrSet OURS =
      CidrSet.parse(List.of("10.0.0.0/8", "2001:db8:1::/48")).orElseThrow();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // peer | header | client
        "10.0.0.1 | 192.0.2.7 | 192.0.2.7",
        "10.0.0.1 | 192.0.2.7, 10.0.0.2 | 192.0.2.7",
        "10.0.0.1 | 198.51.100.9, 192.0.2.7, 10.0.0.2 | 192.0.2.7",
        "192.0.2.66 | 203.0.113.1 | 192.0.2.66",
        "10.0.0.1 | 192.0.2.7:4711 | 192.0.2.7",
        "10.0.0.1 | [2001:db8::9]:4711 | 2001:db8::9",
        "10.0.0.1 | 2001:db8::9 | 2001:db8::9",
        "2001:db8:1::5 | 192.0.2.7 | 192.0.2.7",
        "10.0.0.1 | 192.0.2.7, unknown | 10.0.0.1",
        "10.0.0.1 | 192.0.2.7, evil.example | 10.0.0.1",
        "10.0.0.1 | 10.0.0.9, 10.0.0.2 | 10.0.0.9",
        "10.0.0.1 | '' | 10.0.0.1",
        "10.0.0.1 | ',,' | 10.0.0.1",
        "::ffff:10.0.0.1 | 192.0.2.7 | 192.0.2.7"
      })
  void forwardedFor_isReadFromTheEnd(String peer, String header, String client) {
    assertThat(new TrustedProxies(OURS, Header.X_FORWARDED_FOR).client(at(peer), List.of(header)))
        .isEqualTo(at(client));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for=192.0.2.7 | 192.0.2.7",
        "For=\"192.0.2.7:99\";proto=https;by=10.0.0.1 | 192.0.2.7",
        "proto=https; for=\"[2001:db8::9]:1\" | 2001:db8::9",
        "for=198.51.100.9, for=192.0.2.7, for=10.0.0.2 | 192.0.2.7",
        "for=_hidden | 10.0.0.1",
        "for=unknown | 10.0.0.1",
        "by=192.0.2.7 | 10.0.0.1"
      })
  void forwarded_isReadAsTheStandardSays(String header, String client) {
    assertThat(new TrustedProxies(OURS, Header.FORWARDED).client(at("10.0.0.1"), List.of(header)))
        .isEqualTo(at(client));
  }

  @Test
  void lines_areReadAsOne_andLongOnesToAnEnd() {
    TrustedProxies trustedProxies = new TrustedProxies(OURS, Header.X_FORWARDED_FOR);
    assertThat(trustedProxies.client(at("10.0.0.1"), List.of("192.0.2.1", "192.0.2.7, 10.0.0.2")))
        .isEqualTo(at("192.0.2.7"));
    String many = "192.0.2.1" + ", 10.0.0.2".repeat(10_000);
    assertThat(trustedProxies.client(at("10.0.0.1"), List.of(many))).isEqualTo(at("10.0.0.2"));
  }

  @Test
  void noProxy_isBelieved_whereNoneIsNamed() {
    assertThat(TrustedProxies.NONE.client(at("10.0.0.1"), List.of("192.0.2.7")))
        .isEqualTo(at("10.0.0.1"));
  }

  private static InetAddress at(String address) {
    return IpLiteral.parse(address).orElseThrow();
  }
}
