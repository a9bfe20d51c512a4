package dev.nameplate.access.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who counts as one client. */
final class ClientKeyTest {
  @Test
  void ipv4_isToldApart_byEveryBit() {
    assertThat(key("192.0.2.1")).isEqualTo(new ClientKey.Ipv4(0xc0000201));
    assertThat(key("192.0.2.1")).isNotEqualTo(key("192.0.2.2"));
  }

  @Test
  void ipv6_isToldApart_byItsUpperHalf() {
    assertThat(key("2001:db8::1")).isEqualTo(new ClientKey.Ipv6Network(0x2001_0db8_0000_0000L));
    assertThat(key("2001:db8::1")).isEqualTo(key("2001:db8::ffff:ffff:ffff:ffff"));
    assertThat(key("2001:db8::1")).isNotEqualTo(key("2001:db8:0:1::1"));
  }

  @Test
  void ipv4_inIpv6sClothes_isThatIpv4() throws UnknownHostException {
    byte[] mapped = new byte[16];
    mapped[10] = mapped[11] = (byte) 0xff;
    mapped[12] = (byte) 192;
    mapped[14] = 2;
    mapped[15] = 1;
    assertThat(ClientKey.of(InetAddress.getByAddress(mapped))).isEqualTo(key("192.0.2.1"));
    assertThat(ClientKey.of(Inet6Address.getByAddress("", mapped, -1))).isEqualTo(key("192.0.2.1"));
    assertThat(key("::1")).isEqualTo(new ClientKey.Ipv6Network(0));
  }

  @Test
  void mailServicesProxies_areOneClient() {
    MailProxies proxies = MailProxies.of(List.of("google")).orElseThrow();
    assertThat(proxies.client(address("66.249.84.1")))
        .isEqualTo(new ClientKey.MailService("google"));
    assertThat(proxies.client(address("66.102.8.99")))
        .isEqualTo(new ClientKey.MailService("google"));
    assertThat(proxies.client(address("192.0.2.1"))).isEqualTo(key("192.0.2.1"));
  }

  @Test
  void texts_areAsManyAsClients() {
    List<ClientKey> clients =
        List.of(
            key("0.0.0.1"),
            key("0.0.0.2"),
            key("::1"),
            key("2001:db8::1"),
            new ClientKey.MailService("google"),
            new ClientKey.ApiToken("google", Optional.empty()));
    assertThat(clients.stream().map(ClientKey::text))
        .doesNotHaveDuplicates()
        .noneMatch(String::isEmpty);
    assertThat(key("192.0.2.1").text()).isEqualTo("4:c0000201");
  }

  private static ClientKey key(String literal) {
    return ClientKey.of(address(literal));
  }

  /** The address that a literal writes. */
  static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }
}
