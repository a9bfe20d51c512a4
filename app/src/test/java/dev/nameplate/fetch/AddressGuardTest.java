package dev.nameplate.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.net.CidrSet;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses may be called: every block of IANA's special-purpose registries, and around. */
final class AddressGuardTest {
  private static final AddressGuard GUARD = new AddressGuard(CidrSet.NONE);

  /** The first address of each block, the last, and the rule that refuses them. */
  @ParameterizedTest
  @CsvSource({
    "0.0.0.0,         0.255.255.255,   RFC 791",
    "10.0.0.0,        10.255.255.255,  RFC 1918",
    "100.64.0.0,      100.127.255.255, RFC 6598",
    "127.0.0.0,       127.255.255.255, RFC 1122",
    "169.254.0.0,     169.254.255.255, RFC 3927",
    "169.254.169.254, 169.254.170.2,   RFC 3927",
    "172.16.0.0,      172.31.255.255,  RFC 1918",
    "192.0.0.0,       192.0.0.7,       RFC 6890",
    "192.0.0.8,       192.0.0.8,       RFC 6890",
    "192.0.0.9,       192.0.0.10,      RFC 6890",
    "192.0.0.170,     192.0.0.171,     RFC 6890",
    "192.0.0.255,     192.0.0.255,     RFC 6890",
    "192.0.2.0,       192.0.2.255,     RFC 5737",
    "192.31.196.0,    192.31.196.255,  RFC 7535",
    "192.52.193.0,    192.52.193.255,  RFC 7450",
    "192.88.99.0,     192.88.99.255,   RFC 7526",
    "192.168.0.0,     192.168.255.255, RFC 1918",
    "192.175.48.0,    192.175.48.255,  RFC 7534",
    "198.18.0.0,      198.19.255.255,  RFC 2544",
    "198.51.100.0,    198.51.100.255,  RFC 5737",
    "203.0.113.0,     203.0.113.255,   RFC 5737",
    "224.0.0.0,       239.255.255.255, RFC 5771",
    "240.0.0.0,       255.255.255.254, RFC 1112",
    "255.255.255.255, 255.255.255.255, RFC 1112",
    "::,              ::,              RFC 4291",
    "::1,             ::1,             RFC 4291",
    "::2,             ::fffe:ffff,     RFC 4291",
    "64:ff9b::,       64:ff9b::ffff:ffff,                      RFC 6052",
    "64:ff9b:1::,     64:ff9b:1:ffff:ffff:ffff:ffff:ffff,      RFC 8215",
    "100::,           100::ffff:ffff:ffff:ffff,                RFC 6666",
    "100:0:0:1::,     100::1:ffff:ffff:ffff:ffff,              RFC 9780",
    "2001::,          2001:0:ffff:ffff:ffff:ffff:ffff:ffff,    RFC 4380",
    "2001:1::1,       2001:1::3,                               RFC 2928",
    "2001:2::,        2001:2:0:ffff:ffff:ffff:ffff:ffff,       RFC 2928",
    "2001:3::,        2001:3:ffff:ffff:ffff:ffff:ffff:ffff,    RFC 2928",
    "2001:4:112::,    2001:4:112:ffff:ffff:ffff:ffff:ffff,     RFC 2928",
    "2001:10::,       2001:1f:ffff:ffff:ffff:ffff:ffff:ffff,   RFC 2928",
    "2001:20::,       2001:2f:ffff:ffff:ffff:ffff:ffff:ffff,   RFC 2928",
    "2001:30::,       2001:3f:ffff:ffff:ffff:ffff:ffff:ffff,   RFC 2928",
    "2001:1ff::,      2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff,  RFC 2928",
    "2001:db8::,      2001:db8:ffff:ffff:ffff:ffff:ffff:ffff,  RFC 3849",
    "2002::,          2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff, RFC 3056",
    "2620:4f:8000::,  2620:4f:8000:ffff:ffff:ffff:ffff:ffff,   RFC 7534",
    "3fff::,          3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff,  RFC 9637",
    "5f00::,          5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff, RFC 9602",
    "fc00::,          fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, RFC 4193",
    "fe80::,          febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff, RFC 4291",
    "fec0::,          feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, RFC 3879",
    "ff00::,          ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, RFC 4291",
    "200::,           1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, RFC 4291",
    "4000::,          5eff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, RFC 4291",
    "6000::,          fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, RFC 4291"
  })
  void specialBlock_isRefused(String first, String last, String rfc) {
    for (String address : List.of(first, last)) {
      assertThatThrownBy(() -> check(GUARD, address, 443, true))
          .isInstanceOf(RefusedAddressException.class)
          .hasMessageContaining(rfc)
          .hasMessageNotContaining(address);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.0",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "191.255.255.255",
        "192.0.1.0",
        "192.0.3.0",
        "192.88.98.255",
        "192.88.100.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "198.51.99.255",
        "203.0.112.255",
        "203.0.114.0",
        "223.255.255.255",
        "2000::1",
        "2001:200::1",
        "2001:db7:ffff::1",
        "2001:db9::",
        "2003::1",
        "2606:4700::1111",
        "2620:4f:7fff::1",
        "2620:4f:8001::",
        "2a00:1450:4001::5e",
        "3ffe::1",
        "3fff:1000::"
      })
  void publicAddress_passes(String address) {
    assertThatCode(() -> check(GUARD, address, 443, true)).doesNotThrowAnyException();
    assertThatThrownBy(() -> check(GUARD, address, 443, false)).hasMessageContaining("not https");
    assertThatThrownBy(() -> check(GUARD, address, 8443, true)).hasMessageContaining("port 443");
  }

  /** Prefixes that a router, a tunnel or a stack takes for an IPv4 address in the last bytes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "::127.0.0.1", "::ffff:0:127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::8.8.8.8",
        "64:ff9b:1::10.0.0.1", "2002:7f00:1::", "2002:808:808::1", "2001:0:7f00:1::",
        "2400:cb00::5efe:127.0.0.1", "2400:cb00::200:5efe:10.0.0.1", "fe80::5efe:192.168.0.1"
      })
  void ipv4InIpv6_isRefused(String address) {
    assertThatThrownBy(() -> check(GUARD, address, 443, true))
        .isInstanceOf(RefusedAddressException.class);
  }

  /** The platform makes four bytes of it where it reads text, yet not everywhere. */
  @Test
  void mappedAddress_isRefusedInBothShapes() throws UnknownHostException {
    byte[] bytes = new byte[16];
    Arrays.fill(bytes, 10, 12, (byte) 0xff);
    bytes[12] = 8;
    InetAddress six = Inet6Address.getByAddress("x", bytes, -1);
    assertThat(six.getAddress()).hasSize(16);
    assertThatThrownBy(() -> GUARD.check(new InetSocketAddress(six, 443), true))
        .hasMessageContaining("mapped");
    assertThatThrownBy(() -> check(GUARD, "::ffff:127.0.0.1", 443, true))
        .hasMessageContaining("loopback");
  }

  @Test
  void namedRange_passesOnAnyPort_andItsNeighboursDoNot() {
    AddressGuard guard = guard("10.1.0.0/16", "fd12::/16", "127.0.0.1", "::ffff:0:0/96");
    for (String address : List.of("10.1.0.0", "10.1.255.255", "fd12:ffff::1", "127.0.0.1")) {
      assertThatCode(() -> check(guard, address, 8080, false)).doesNotThrowAnyException();
    }
    for (String address : List.of("10.0.255.255", "10.2.0.0", "fd13::", "127.0.0.2", "::1")) {
      assertThatThrownBy(() -> check(guard, address, 443, true))
          .isInstanceOf(RefusedAddressException.class);
    }
    assertThatThrownBy(() -> check(guard, "8.8.8.8", 80, false)).hasMessageContaining("https");
  }

  @Test
  void nameWithoutAddress_isRefused() {
    InetSocketAddress nowhere = InetSocketAddress.createUnresolved("cdn.example.com", 443);
    assertThatThrownBy(() -> GUARD.check(nowhere, true)).hasMessageContaining("leads nowhere");
  }

  @Test
  void socket_isJudgedBeforeItConnects_howeverItIsMade() throws java.io.IOException {
    SocketFactory sockets = new GuardedSocketFactory(GUARD, true);
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (Socket socket = sockets.createSocket()) {
      assertThatThrownBy(() -> socket.connect(new InetSocketAddress(loopback, 443)))
          .isInstanceOf(RefusedAddressException.class);
    }
    assertThatThrownBy(() -> sockets.createSocket("127.0.0.1", 443))
        .isInstanceOf(RefusedAddressException.class);
    assertThatThrownBy(() -> sockets.createSocket(loopback, 443))
        .isInstanceOf(RefusedAddressException.class);
    assertThatThrownBy(() -> sockets.createSocket("127.0.0.1", 443, loopback, 0))
        .isInstanceOf(RefusedAddressException.class);
    assertThatThrownBy(() -> sockets.createSocket(loopback, 443, loopback, 0))
        .isInstanceOf(RefusedAddressException.class);
  }

  private static AddressGuard guard(String... ranges) {
    return new AddressGuard(CidrSet.parse(List.of(ranges)).orElseThrow());
  }

  private static void check(AddressGuard guard, String address, int port, boolean secure)
      throws RefusedAddressException, UnknownHostException {
    guard.check(new InetSocketAddress(InetAddress.getByName(address), port), secure);
  }
}
