package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.support.Applications;
import dev.nameplate.support.GifFrames;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.RawSocket;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formats beside PNG and JPEG, limits on bytes, and a design for when there is no data. */
final class OtherFormatsTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path folder;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private static Application application;

  @BeforeAll
  static void open() {
    write("usual", "'layers':[{'type':'shape','shape':'rect','box':[0,0,32,32],'fill':'#f00'}]");
    write("all", "'formats':['png','jpg','gif','webp'],'background':'#00ff0080'");
    write("page", "'formats':['webp','gif']");
    write(
        "own",
        "'fields':{'ticket':{'kind':'code','required':true},'color':{'kind':'text','fallback':'x'}},"
            + "'layers':[{'type':'shape','shape':'rect','box':[0,0,32,32],'fill':'#f00'}],'standard':{'background':'#00f','alt':'No"
            + " ticket','layers':[]}");
    write(
        "heavy",
        "'maxBytes':1000,'layers':[{'type':'shape','shape':'ellipse','box':[0,0,32,32],'fill':"
            + "{'type':'linear','angle':30,'stops':[[0,'#ff0000'],[0.3,'#00ff40'],[1,'#0000ff']]}}]");
    application =
        Applications.open(
            Settings.read(
                Map.of(
                    "NAMEPLATE_HOST", "127.0.0.1",
                    "PORT", "0",
                    "NAMEPLATE_WARM_UP", "0",
                    "NAMEPLATE_DEADLINE", "20s",
                    "NAMEPLATE_TEMPLATES", folder.toString()),
                Map.of()));
  }

  @AfterAll
  static void close() {
    application.close();
  }

  @ParameterizedTest
  @CsvSource({
    "usual,*/*,image/png",
    "usual,'image/avif,image/webp,image/apng,image/*,*/*;q=0.8',image/png",
    "usual,image/webp,image/png",
    "usual,image/gif,image/png",
    "all,*/*,image/png",
    "all,'image/*',image/png",
    "all,'image/webp,*/*',image/webp",
    "all,'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8',image/webp",
    "all,'image/webp,image/png,*/*',image/png",
    "all,'image/webp;q=0.5,image/png',image/png",
    "all,image/gif,image/gif",
    "all,'image/gif,image/png',image/png",
    "page,*/*,image/webp",
    "page,'image/gif,image/webp;q=0.1',image/gif"
  })
  void formatWithoutEnding_isWhatAcceptPrefers_amongWhatTheTemplateOffers(
      String template, String accept, String type) {
    RawSocket.Answer answer = get("/i/" + template, "Accept: " + accept);
    assertThat(answer.header("Content-Type")).isEqualTo(type);
    assertThat(answer.head()).contains("Vary: Accept");
    Pictures.decode(answer.body());
  }

  @Test
  void ending_thatIsNotOffered_isAPictureThatNamesThoseThatAre() {
    RawSocket.Answer refused = get("/i/usual.webp", "X: y");
    assertThat(refused.status()).isEqualTo(406);
    assertThat(refused.header("Content-Type")).isEqualTo("image/webp");
    String problem =
        new String(get("/i/usual.gif", "Accept: application/json").body(), StandardCharsets.UTF_8);
    assertThat(problem).contains("offered as png, jpg.");
    assertThat(GifFrames.of(get("/i/usual.gif", "X: y").body())).hasSize(1);
  }

  @Test
  void halfClearPicture_liesOnTheMatte_whereTheFormatHoldsNoAlpha() {
    assertThat(middle("all.png")).isEqualTo(0x8000ff00);
    assertThat(middle("all.gif")).isEqualTo(0xff7fff7f);
    assertThat(middle("all.webp") >>> 24).isEqualTo(0x80);
  }

  @Test
  void requiredValue_thatIsMissing_showsTheStandardDesign_withATagOfItsOwn() {
    RawSocket.Answer given = get("/i/own.png?ticket=AX1", "X: y");
    RawSocket.Answer none = get("/i/own.png", "X: y");
    assertThat(Pictures.decode(given.body()).getRGB(16, 16)).isEqualTo(0xffff0000);
    assertThat(Pictures.decode(none.body()).getRGB(16, 16)).isEqualTo(0xff0000ff);
    assertThat(none.header("ETag")).isNotEqualTo(given.header("ETag"));
    assertThat(get("/i/own.png?ticket=*|TICKET|*&color=y", "X: y").header("ETag"))
        .isEqualTo(none.header("ETag"));
    String explained = new String(get("/i/own.json", "X: y").body(), StandardCharsets.UTF_8);
    assertThat(explained).contains("\"standard\" : true").contains("No ticket");
  }

  @Test
  void bytes_thatCannotBeKept_areAWarning_andThePictureComesAllTheSame() {
    RawSocket.Answer heavy = get("/i/heavy@2x.png", "X: y");
    assertThat(heavy.status()).isEqualTo(200);
    assertThat(heavy.body().length).isGreaterThan(1000);
    assertThat(new String(get("/i/heavy@2x.json", "X: y").body(), StandardCharsets.UTF_8))
        .contains("more than maxBytes (1000)");
    assertThat(new String(get("/i/usual.json", "X: y").body(), StandardCharsets.UTF_8))
        .contains("\"warnings\" : [ ]");
  }

  private static int middle(String target) {
    BufferedImage picture = Pictures.decode(get("/i/" + target, "X: y").body());
    return picture.getRGB(16, 16);
  }

  private static RawSocket.Answer get(String target, String header) {
    return RawSocket.exchange(
        application.port(),
        "GET "
            + target
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + header
            + "\r\n\r\n");
  }

  private static void write(String id, String more) {
    try {
      Files.createDirectories(folder.resolve(id));
      Files.writeString(
          folder.resolve(id).resolve("template.json"),
          ("{'width':32,'height':32," + more + "}").replace('\'', '"'));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
