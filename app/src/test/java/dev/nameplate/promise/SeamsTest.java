package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.Effort;
import dev.nameplate.geometry.Scale;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.TwoWays;
import dev.nameplate.support.TwoWays.Look;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.FolderTemplateFiles;
import dev.nameplate.template.library.TemplateLoader;
import dev.nameplate.template.parse.ParseResult;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At no scale does the background show beside a layer that covers all, or between neighbours. */
final class SeamsTest {
  private static final int[] SCALES = {
    50, 75, 90, 100, 110, 125, 133, 150, 167, 175, 200, 237, 250, 300, 325, 400
  };
  private static final int DARK = 0xff141e3c;
  private static final String ALL = "'box':[0,0,101,63]";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path root;

  @SuppressWarnings("NullAway.Init") // Made before all tests.
  private static TwoWays ways;

  @BeforeAll
  static void makePictures() throws IOException {
    ways = new TwoWays(root);
    Path assets = Files.createDirectories(root.resolve("t/assets"));
    for (int[] size : List.of(new int[] {7, 5}, new int[] {202, 126}, new int[] {1, 1})) {
      BufferedImage dark = new BufferedImage(size[0], size[1], BufferedImage.TYPE_INT_RGB);
      for (int at = 0; at < size[0] * size[1]; at++) {
        dark.setRGB(at % size[0], at / size[0], DARK);
      }
      ImageIO.write(dark, "png", assets.resolve("d" + size[0] + ".png").toFile());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'type':'shape','shape':'rect','fill':'#141e3c'",
        "'type':'shape','shape':'rect','fill':'#141e3c','rotate':180",
        "'type':'shape','shape':'rect','fill':{'type':'linear','angle':30,"
            + "'stops':[[0,'#141e3c'],[1,'#141e3c']]}",
        "'type':'shape','shape':'rect','fill':{'type':'radial',"
            + "'stops':[[0,'#141e3c'],[1,'#141e3c']]}",
        "'type':'shape','shape':'rect','fill':'#ff0000','stroke':{'width':40,'color':'#141e3c'}",
        "'type':'image','src':'assets/d7.png'",
        "'type':'image','src':'assets/d202.png','fit':'fill'",
        "'type':'image','src':'assets/d202.png','rotate':-180",
        "'type':'image','src':'assets/d1.png','mask':'assets/d7.png'",
        "'type':'progress','value':100,'rounded':false,'fill':'#141e3c'",
        "'type':'progress','value':0,'rounded':false,'track':'#141e3c'",
        "'type':'stack','fill':'#141e3c','children':[{'type':'text','text':'a',"
            + "'color':'#141e3c'}]",
        "'type':'stack','children':[{'type':'image','src':'assets/d7.png','grow':1}]"
      })
  void layerThatCoversTheCanvas_coversEveryPixel_atEveryScale(String layer) {
    Template template = template("{" + ALL + "," + layer + "}");
    for (int hundredths : SCALES) {
      assertThat(lightest(template, hundredths, Format.PNG)).as("%s", hundredths).isZero();
      assertThat(lightest(template, hundredths, Format.JPEG)).as("%s", hundredths).isLessThan(4);
    }
  }

  @Test
  void fadedLayer_thatCoversTheCanvas_isAsFadedAtItsEdge() {
    Template template =
        template("{" + ALL + ",'type':'shape','shape':'rect','fill':'#141e3c','opacity':0.5}");
    for (int hundredths : SCALES) {
      int[] pixels = Pictures.argb(Pictures.decode(png(template, hundredths)));
      assertThat(Arrays.stream(pixels).distinct()).as("%s", hundredths).hasSize(1);
    }
  }

  @Test
  void neighbours_thatShareAnEdge_leaveNothingBetweenThem() {
    Random random = new Random(29);
    for (int round = 0; round < 40; round++) {
      String x = part(random, 101);
      String y = part(random, 63);
      Template template = template(quarters(x, y));
      int hundredths = SCALES[round % SCALES.length];
      assertThat(lightest(template, hundredths, Format.PNG))
          .as("%s, %s at %s", x, y, hundredths)
          .isZero();
    }
  }

  @Test
  void quarterTurn_standsOnWholePixels() {
    Template template =
        template("{'box':[30,11,41,41],'type':'shape','shape':'rect','fill':'#fff','rotate':90}");
    for (int hundredths : SCALES) {
      int[] pixels = Pictures.argb(Pictures.decode(png(template, hundredths)));
      assertThat(Arrays.stream(pixels).map(pixel -> pixel >>> 24).distinct())
          .as("%s", hundredths)
          .containsOnly(0, 255);
    }
  }

  @Test
  void boxThinnerThanAPixel_isNotLost() {
    Template template =
        template("{'box':[10.2,3.1,0.3,50],'type':'shape','shape':'rect','fill':'#141e3c'}");
    for (int hundredths : SCALES) {
      int[] pixels = Pictures.argb(Pictures.decode(png(template, hundredths)));
      assertThat(Arrays.stream(pixels).filter(pixel -> pixel == DARK).count())
          .as("%s", hundredths)
          .isPositive();
    }
  }

  private static String part(Random random, int length) {
    return String.format(Locale.ROOT, "%.2f", 1 + random.nextDouble() * (length - 2));
  }

  /** Four layers of several kinds that meet in a point. */
  private static String quarters(String x, String y) {
    double right = Double.parseDouble(x);
    double down = Double.parseDouble(y);
    String shape = "'type':'shape','shape':'rect','fill':'#141e3c'";
    String image = "'type':'image','src':'assets/d7.png'";
    String bar = "'type':'progress','value':100,'rounded':false,'fill':'#141e3c'";
    return box(0, 0, right, down, shape)
        + box(right, 0, 101 - right, down, image)
        + box(0, down, right, 63 - down, bar)
        + box(right, down, 101 - right, 63 - down, shape).replaceFirst(",$", "");
  }

  private static String box(double x, double y, double width, double height, String layer) {
    return "{'box':[" + x + "," + y + "," + width + "," + height + "]," + layer + "},";
  }

  private static Template template(String layers) {
    String json =
        "{'width':101,'height':63,'background':'#00000000','matte':'#ffffff','layers':["
            + layers
            + "]}";
    try {
      Files.writeString(root.resolve("t/template.json"), json.replace('\'', '"'));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    return ((ParseResult.Usable) new TemplateLoader(new FolderTemplateFiles(root)).load("t"))
        .template();
  }

  private static byte[] png(Template template, int hundredths) {
    return ways.joined(template, "", look(hundredths, Format.PNG));
  }

  private static Look look(int hundredths, Format format) {
    return new Look(new Scale(hundredths), format, Effort.FAST);
  }

  /** How far the farthest pixel is from the dark colour, in any channel. */
  private static int lightest(Template template, int hundredths, Format format) {
    byte[] file = ways.joined(template, "", look(hundredths, format));
    assertThat(ways.difference(file, template, "", look(hundredths, format))).isZero();
    int most = 0;
    for (int pixel : Pictures.argb(Pictures.decode(file))) {
      for (int shift = 0; shift < 32; shift += 8) {
        most = Math.max(most, Math.abs((pixel >>> shift & 0xff) - (DARK >>> shift & 0xff)));
      }
    }
    return most;
  }
}
