package dev.nameplate.access.client;

import static dev.nameplate.access.client.LocalDecision.ALLOWED;
import static dev.nameplate.access.client.LocalDecision.FORBIDDEN;
import static dev.nameplate.access.client.LocalDecision.UNAUTHORIZED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.net.IpLiteral;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A test for each clause of the local rule. */
final class LocalRuleTest {
  /** The request of curl on this machine, with changes. */
  private record Draft(
      String peer, String protocol, String method, Map<String, List<String>> more) {
    static Draft get() {
      return new Draft("127.0.0.1", "HTTP/1.1", "GET", Map.of("host", List.of("localhost:8080")));
    }

    static Draft post() {
      return new Draft("127.0.0.1", "HTTP/1.1", "POST", get().more());
    }

    Draft from(String address) {
      return new Draft(address, protocol, method, more);
    }

    Draft of(String version) {
      return new Draft(peer, version, method, more);
    }

    Draft by(String verb) {
      return new Draft(peer, protocol, verb, more);
    }

    Draft with(String name, String... lines) {
      Map<String, List<String>> headers = new HashMap<>(more);
      headers.put(name, List.of(lines));
      return new Draft(peer, protocol, method, headers);
    }

    Draft without(String name) {
      Map<String, List<String>> headers = new HashMap<>(more);
      headers.remove(name);
      return new Draft(peer, protocol, method, headers);
    }

    RequestFacts facts() {
      return new RequestFacts(IpLiteral.parse(peer).orElseThrow(), protocol, method, "http", more);
    }

    LocalDecision decision() {
      return LocalRule.decide(facts());
    }
  }

  @Test
  void plainRequest_ofThisMachine_isAllowed() {
    assertThat(Draft.get().decision()).isEqualTo(ALLOWED);
    assertThat(Draft.post().decision()).isEqualTo(ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1"})
  void peer_thatIsLoopbackExactly_isAllowed(String peer) {
    assertThat(Draft.get().from(peer).decision()).isEqualTo(ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.2",
        "127.255.255.254",
        "127.1.0.1",
        "0.0.0.0",
        "10.0.0.1",
        "192.168.1.10",
        "203.0.113.9",
        "::",
        "::2",
        "::127.0.0.1",
        "fe80::1",
        "::ffff:127.0.0.2",
        "2001:db8::1"
      })
  void peer_thatIsAnother_needsAToken_whateverItsHost(String peer) {
    assertThat(Draft.get().from(peer).decision()).isEqualTo(UNAUTHORIZED);
    assertThat(Draft.post().from(peer).with("host", "img.example.com").decision())
        .isEqualTo(UNAUTHORIZED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:8080",
        "localhost:1",
        "LOCALHOST",
        "LocalHost:65535",
        "127.0.0.1",
        "127.0.0.1:9",
        "[::1]",
        "[::1]:8080",
        " localhost "
      })
  void host_thatIsThisMachine_isAllowed_withAnyPortOrNone(String host) {
    assertThat(Draft.get().with("host", host).decision()).isEqualTo(ALLOWED);
    assertThat(Draft.post().with("host", host).decision()).isEqualTo(ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "img.example.com",
        "localhost.",
        "localhost.:8080",
        "localhost.example.com",
        "example.com:8080",
        "xlocalhost",
        "localhost:",
        "localhost:x",
        "localhost:123456",
        "localhost:80:80",
        "user@localhost",
        "127.0.0.2",
        "127.1",
        "127.0.0.1.nip.io",
        "2130706433",
        "0.0.0.0",
        "::1",
        "[::1",
        "[0:0:0:0:0:0:0:1]",
        "[::ffff:127.0.0.1]",
        "localhost, localhost",
        "localhost/x"
      })
  void host_thatIsForeign_isForbidden(String host) {
    assertThat(Draft.get().with("host", host).decision()).isEqualTo(FORBIDDEN);
    assertThat(Draft.get().from("::1").by("HEAD").with("host", host).decision())
        .isEqualTo(FORBIDDEN);
    assertThat(Draft.post().with("host", host).decision()).isEqualTo(FORBIDDEN);
  }

  @Test
  void host_thatIsMissing_orTwice_isForbidden() {
    assertThat(Draft.get().without("host").decision()).isEqualTo(FORBIDDEN);
    assertThat(Draft.get().with("host", "localhost", "localhost").decision()).isEqualTo(FORBIDDEN);
    assertThat(Draft.get().with("host", "localhost", "evil.example").decision())
        .isEqualTo(FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/1.2", "http/1.1", ""})
  void protocol_thatIsNotHttp11_needsAToken(String protocol) {
    assertThat(Draft.get().of(protocol).decision()).isEqualTo(UNAUTHORIZED);
    assertThat(Draft.get().of(protocol).with("host", "127.0.0.1:8080").decision())
        .as("nginx as it is by default: HTTP/1.0 and the upstream's host")
        .isEqualTo(UNAUTHORIZED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x-forwarded-for",
        "x-forwarded-host",
        "x-forwarded-proto",
        "x-forwarded-port",
        "x-forwarded-server",
        "x-forwarded-anything",
        "forwarded",
        "x-real-ip",
        "via"
      })
  void forwardingHeader_needsAToken_andEndsTheMode(String name) {
    for (String value : List.of("127.0.0.1", "203.0.113.9", "")) {
      Draft proxied = Draft.get().with(name, value);
      assertThat(proxied.decision()).isEqualTo(UNAUTHORIZED);
      assertThat(proxied.with("host", "img.example.com").decision()).isEqualTo(UNAUTHORIZED);
      LocalMode mode = new LocalMode(false, false);
      assertThat(mode.decide(Draft.get().facts())).isEqualTo(ALLOWED);
      assertThat(mode.decide(proxied.facts())).isEqualTo(UNAUTHORIZED);
      assertThat(mode.isOn()).isFalse();
      assertThat(mode.decide(Draft.get().facts())).as("until the restart").isEqualTo(UNAUTHORIZED);
    }
  }

  @Test
  void headerThatForwardsNothing_changesNothing() {
    for (String name : List.of("x-forwarded", "x-request-id", "x-real-ip-address", "viaduct")) {
      assertThat(Draft.get().with(name, "1").decision()).isEqualTo(ALLOWED);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "same-origin, ALLOWED",
    "none, ALLOWED",
    "' same-origin ', ALLOWED",
    "cross-site, UNAUTHORIZED",
    "same-site, UNAUTHORIZED",
    "Same-Origin, UNAUTHORIZED",
    "'', UNAUTHORIZED",
    "'same-origin, cross-site', UNAUTHORIZED",
    "anything, UNAUTHORIZED"
  })
  void fetchSite_isOurs_orNeedsAToken(String site, LocalDecision decision) {
    for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
      assertThat(Draft.get().by(method).with("sec-fetch-site", site).decision())
          .isEqualTo(decision);
    }
  }

  @Test
  void fetchSite_thatIsTwice_needsAToken() {
    assertThat(Draft.get().with("sec-fetch-site", "none", "none").decision())
        .isEqualTo(UNAUTHORIZED);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8080, http://localhost:8080",
    "LOCALHOST:8080, http://localhost:8080",
    "localhost, http://localhost",
    "127.0.0.1:9, http://127.0.0.1:9",
    "[::1]:9, http://[::1]:9"
  })
  void origin_thatIsOurs_mayWrite(String host, String origin) {
    assertThat(Draft.post().with("host", host).with("origin", origin).decision())
        .isEqualTo(ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "http://evil.example",
        "http://localhost",
        "http://localhost:8081",
        "https://localhost:8080",
        "http://127.0.0.1:8080",
        "http://localhost.:8080",
        "http://localhost:8080.evil.example",
        "http://localhost:8080/",
        "http://localhost:8080 http://evil.example",
        "file://"
      })
  void origin_thatIsForeign_mayNotWrite_andMayRead(String origin) {
    for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "get", "TRACE")) {
      assertThat(Draft.get().by(method).with("origin", origin).decision()).isEqualTo(FORBIDDEN);
      assertThat(
              Draft.get()
                  .by(method)
                  .with("origin", origin)
                  .with("sec-fetch-site", "cross-site")
                  .decision())
          .isEqualTo(FORBIDDEN);
    }
    for (String method : List.of("GET", "HEAD")) {
      assertThat(Draft.get().by(method).with("origin", origin).decision()).isEqualTo(ALLOWED);
    }
  }

  @Test
  void origin_thatIsTwice_mayNotWrite() {
    String ours = "http://localhost:8080";
    assertThat(Draft.post().with("origin", ours, ours).decision()).isEqualTo(FORBIDDEN);
  }

  @Test
  void mode_isOff_withKeysOrProxies() {
    for (boolean keys : new boolean[] {false, true}) {
      for (boolean proxies : new boolean[] {false, true}) {
        LocalMode mode = new LocalMode(keys, proxies);
        assertThat(mode.isOn()).isEqualTo(!keys && !proxies);
        assertThat(mode.decide(Draft.get().facts()))
            .isEqualTo(keys || proxies ? UNAUTHORIZED : ALLOWED);
      }
    }
  }

  @Test
  void forwardingHeader_ofAnotherMachine_doesNotEndTheMode() {
    LocalMode mode = new LocalMode(false, false);
    mode.observe(Draft.get().from("203.0.113.9").with("x-forwarded-for", "1.2.3.4").facts());
    mode.observe(Draft.get().from("127.0.0.2").with("via", "1.1 x").facts());
    assertThat(mode.isOn()).isTrue();
    mode.observe(Draft.get().from("::1").with("via", "1.1 x").facts());
    assertThat(mode.isOn()).isFalse();
  }

  @Test
  void end_isLoggedOnce_andTheStartSaysThatTheModeIsOn() {
    List<String> lines = new ArrayList<>();
    LoggedLines.during(
        () -> {
          LocalMode mode = new LocalMode(false, false);
          mode.announce();
          RequestFacts proxied = Draft.get().with("x-forwarded-for", "203.0.113.77").facts();
          mode.observe(proxied);
          mode.observe(proxied);
          mode.announce();
          new LocalMode(true, false).announce();
        },
        lines);
    assertThat(lines).filteredOn(line -> line.contains("need no token")).hasSize(1);
    assertThat(lines).filteredOn(line -> line.contains("Local mode ends")).hasSize(1);
    assertThat(String.join(" ", lines)).doesNotContain("203.0.113.77");
  }

  @Test
  void headers_areNamedInSmallLetters() {
    assertThatThrownBy(() -> Draft.get().with("Via", "1.1 x").facts())
        .isInstanceOf(IllegalArgumentException.class);
  }
}
