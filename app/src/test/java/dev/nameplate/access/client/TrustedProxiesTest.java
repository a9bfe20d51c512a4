package dev.nameplate.access.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.access.client.TrustedProxies.Header;
import dev.nameplate.net.Network;
import dev.nameplate.net.Networks;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client's address is believed from our own proxies alone. */
final class TrustedProxiesTest {
  private static final Networks OURS =
      Networks.parse(List.of("10.0.0.0/8", "2001:db8:1::/48")).orElseThrow();

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.2.3",
        "0x7f000001",
        "2130706433",
        "010.0.0.1",
        "1.2.3.4.5",
        "256.1.1.1",
        "localhost",
        "a.b",
        "::g",
        "fe80::1%eth0",
        "1.2.3.4/8",
        ":",
        "[::1]"
      })
  void textThatIsNoAddress_isNone_andNoNameServerIsAsked(String text) {
    assertThat(Network.address(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "192.0.2.4/31, 192.0.2.5, true",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "::/0, 203.0.113.9, true"
  })
  void range_holdsItsAddresses(String range, String address, boolean held) {
    assertThat(Networks.parse(List.of(range)).orElseThrow().contain(at(address))).isEqualTo(held);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/x", "/8", "x/8"})
  void rangeThatIsNone_isRefused(String range) {
    assertThat(Networks.parse(List.of(range))).isEmpty();
  }

  private static InetAddress at(String address) {
    return Network.address(address).orElseThrow();
  }
}
