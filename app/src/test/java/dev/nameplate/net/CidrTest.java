package dev.nameplate.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and blocks are read strictly, one way for every setting, and without a name server. */
final class CidrTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.2.3",
        "1.2.3.",
        ".1.2.3",
        "0x7f000001",
        "0x7f.0.0.1",
        "2130706433",
        "010.0.0.1",
        "10.0.0.01",
        "10.0.0.00",
        "1.2.3.4.5",
        "256.1.1.1",
        "999.1.1.1",
        "1.2.3.4 ",
        "١.2.3.4",
        "localhost",
        "a.b",
        "a.example",
        "::g",
        "fe80::1%eth0",
        "1.2.3.4/8",
        ":",
        ":::",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7::8:9",
        "::12345",
        "1:2:3:4:5:6:7:1.2.3.4",
        "1.2.3.4::",
        "::1.2.3",
        "::01.2.3.4",
        "::999.1.1.1",
        "[::1]",
        ":1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:"
      })
  void textThatIsNoAddress_isRefused_asAnAddressAndAsABlock(String text) {
    assertThat(IpLiteral.parse(text)).isEmpty();
    assertThat(Cidr.parse(text.contains("/") ? text + "/1" : text)).isEmpty();
    assertThat(CidrSet.parse(List.of("10.0.0.0/8", text.contains("/") ? "x" : text + "/8")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/33",
        "::/129",
        "10.0.0.0/",
        "10.0.0.0/x",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "10.0.0.0/8 ",
        "10.0.0.0/8/8",
        "10.0.0.0/0008",
        "010.0.0.0/8",
        "999.1.1.1/8",
        "a.example/8",
        "/8",
        "x/8"
      })
  void textThatIsNoBlock_isRefused(String text) {
    assertThat(Cidr.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255",
    "::, 0:0:0:0:0:0:0:0",
    "::1, 0:0:0:0:0:0:0:1",
    "1::, 1:0:0:0:0:0:0:0",
    "2001:DB8::a, 2001:db8:0:0:0:0:0:a",
    "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
    "64:ff9b::192.0.2.33, 64:ff9b:0:0:0:0:c000:221",
    "::ffff:192.0.2.1, 192.0.2.1"
  })
  void address_isReadInEveryWayOfWritingIt(String text, String address) {
    assertThat(IpLiteral.parse(text).orElseThrow().getHostAddress()).isEqualTo(address);
  }

  @Test
  void address_thatThePlatformWrites_isReadBack() throws UnknownHostException {
    Random random = new Random(14);
    for (int round = 0; round < 2000; round++) {
      byte[] bytes = new byte[round % 2 == 0 ? 4 : 16];
      random.nextBytes(bytes);
      byte filler = round % 3 == 0 ? 0 : bytes[0];
      Arrays.fill(bytes, 0, random.nextInt(bytes.length), filler);
      InetAddress address = InetAddress.getByAddress(bytes);
      assertThat(IpLiteral.parse(address.getHostAddress())).contains(address);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.1.2.3/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "192.0.2.4/31, 192.0.2.5, true",
    "192.0.2.4/31, 192.0.2.6, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "2001:db8::1/127, 2001:db8::, true",
    "2001:db8:0:1::/64, 2001:db8:0:1:ffff::, true",
    "2001:db8:0:1::/64, 2001:db8:0:2::, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "::/0, 2001:db8::1, true",
    "::/0, 203.0.113.9, false",
    "::ffff:0:0/96, 203.0.113.9, false"
  })
  void block_holdsItsAddresses_andItsFamilyAlone(String block, String address, boolean held) {
    InetAddress at = IpLiteral.parse(address).orElseThrow();
    assertThat(Cidr.parse(block).orElseThrow().contains(at)).isEqualTo(held);
    assertThat(CidrSet.parse(List.of("198.51.100.0/24", block)).orElseThrow().contains(at))
        .isEqualTo(held);
  }

  @Test
  void mappedBlock_holdsTheMappedForm_thatIsStillIpv6() throws UnknownHostException {
    byte[] bytes = new byte[16];
    Arrays.fill(bytes, 10, 12, (byte) 0xff);
    InetAddress six = Inet6Address.getByAddress("x", bytes, -1);
    assertThat(Cidr.parse("::ffff:0:0/96").orElseThrow().contains(six)).isTrue();
    assertThat(IpLiteral.parse("::ffff:0:0").orElseThrow()).isInstanceOf(Inet4Address.class);
  }

  @Test
  void blocks_thatAreWrittenDifferently_areEqual() {
    assertThat(Cidr.parse("10.9.9.9/8")).isEqualTo(Cidr.parse("10.0.0.0/8"));
    assertThat(Cidr.parse("2001:db8::ff/32")).isEqualTo(Cidr.parse("2001:db8:0::/32"));
    assertThatThrownBy(() -> Cidr.of(IpLiteral.parse("10.0.0.1").orElseThrow(), 33))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void emptySet_holdsNothing() {
    assertThat(CidrSet.NONE.isEmpty()).isTrue();
    assertThat(CidrSet.NONE.contains(InetAddress.getLoopbackAddress())).isFalse();
    assertThat(CidrSet.parse(List.of(" 10.0.0.0/8 ")).orElseThrow().isEmpty()).isFalse();
  }
}
