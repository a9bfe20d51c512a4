package dev.nameplate.serve;

import static dev.nameplate.support.Pictures.decode;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.KeepAlive;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.RawSocket;
import dev.nameplate.support.TestApplication;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A repeat, with or without {@code If-None-Match}, is answered without a look at the question, and
 * header and body are the same, found and repeated; drawn at first, header and pixels.
 */
final class HotPathContractTest {
  private static final List<String> SCALES = List.of("", "@2x", "@1.5x");
  private static final List<String> QUERIES =
      List.of(
          "",
          "?",
          "?name=Maria",
          "?utm_source=a&NAME=Maria&_x=1",
          "?fname=Maria&utm_source=b",
          "?name=*|FNAME|*",
          "?name=&name=%C3%89lodie",
          "?name=50%");
  private static final List<String> ACCEPTS =
      List.of("Accept: */*", "Accept: image/jpeg", "Accept: image/png;q=0.1, image/jpeg");

  /** These tell a render from a hit, as they should. */
  private static final Set<String> OF_THE_MOMENT = Set.of("Date", "Server-Timing", "Cache-Status");

  /** These also tell a file that was compressed fast from the one that takes its place. */
  private static final Set<String> OF_ITS_EFFORT =
      Set.of("Date", "Server-Timing", "Cache-Status", "Content-Length");

  @ParameterizedTest
  @ValueSource(strings = {".png", ".jpg", ".jpeg", ""})
  void answer_isTheSame_coldAndHot(String ending) {
    try (CountingServers servers = new CountingServers(TestApplication.application().templates());
        KeepAlive coldly = new KeepAlive(servers.coldPort());
        KeepAlive hotly = new KeepAlive(servers.hotPort())) {
      for (String scale : SCALES) {
        for (String query : QUERIES) {
          for (String accept : ACCEPTS) {
            Question question = new Question("/i/welcome" + scale + ending + query, accept);
            compare(servers, coldly, hotly, question);
          }
        }
      }
    }
  }

  private static void compare(
      CountingServers servers, KeepAlive coldly, KeepAlive hotly, Question question) {
    RawSocket.Answer drawn = question.ask(coldly, "GET", "X: y");
    question.ask(coldly, "GET", "X: y");
    servers.awaitBest();
    question.ask(hotly, "GET", "X: y");
    question.ask(hotly, "GET", "X: y");
    for (String held : held(drawn.header("ETag"))) {
      RawSocket.Answer found = question.ask(coldly, "GET", held);
      int before = servers.merges();
      RawSocket.Answer repeated = question.ask(hotly, "GET", held);
      assertThat(servers.merges()).as("%s is hot", question).isEqualTo(before);
      same(repeated, found, Set.of("Date"), question);
      RawSocket.Answer head = question.ask(hotly, "HEAD", held);
      assertThat(head.linesWithout(Set.of("Date")))
          .as("HEAD %s", question)
          .isEqualTo(found.linesWithout(Set.of("Date")));
    }
    RawSocket.Answer hit = question.ask(hotly, "GET", "X: y");
    same(hit, question.ask(coldly, "GET", "X: y"), OF_THE_MOMENT, question);
    assertThat(hit.linesWithout(OF_ITS_EFFORT))
        .as("%s", question)
        .isEqualTo(drawn.linesWithout(OF_ITS_EFFORT));
    assertThat(Pictures.largestDifference(decode(hit.body()), decode(drawn.body())))
        .as("%s", question)
        .isZero();
  }

  private static void same(
      RawSocket.Answer actual, RawSocket.Answer expected, Set<String> but, Question question) {
    assertThat(actual.linesWithout(but)).as("%s", question).isEqualTo(expected.linesWithout(but));
    assertThat(actual.body()).as("%s", question).isEqualTo(expected.body());
  }

  /** Header lines of those who hold this picture, another, or do not know how to say so. */
  private static List<String> held(String etag) {
    return List.of(
        "X: y",
        "If-None-Match: " + etag,
        "If-None-Match: W/" + etag,
        "If-None-Match: \"a\", " + etag + ", \"b\"",
        "If-None-Match: \"a\"\r\nIf-None-Match: " + etag,
        "If-None-Match: *",
        "If-None-Match: \"a\"",
        "If-None-Match: " + etag.replace("W/", ""),
        "If-None-Match: " + etag.replace("\"", ""));
  }

  private record Question(String target, String accept) {
    RawSocket.Answer ask(KeepAlive server, String method, String line) {
      return server.ask(method, target, accept, line);
    }
  }
}
