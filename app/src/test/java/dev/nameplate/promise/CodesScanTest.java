package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import dev.nameplate.encode.Effort;
import dev.nameplate.geometry.Scale;
import dev.nameplate.support.Extent;
import dev.nameplate.support.Scanner;
import dev.nameplate.support.TestApplication;
import dev.nameplate.support.TwoWays;
import dev.nameplate.support.TwoWays.Look;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.FolderTemplateFiles;
import dev.nameplate.template.library.TemplateLoader;
import dev.nameplate.template.parse.ParseResult;
import dev.nameplate.template.parse.TemplateReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A code that cannot be scanned is worse than none: each is read back from the final bytes, those
 * of the project's own tickets among them, in every format. A number of payloads in {@code
 * nameplate.codes} asks for each of them in each template, scale and format.
 */
final class CodesScanTest {
  private static final int COUNT = Extent.times(240);
  private static final int EVERYWHERE = Integer.getInteger("nameplate.codes", 0);
  private static final List<Scale> SCALES =
      List.of(Scale.ONE, new Scale(150), Scale.TWO, new Scale(300));

  /** How often each scale comes by chance; large pictures take long. */
  private static final List<Scale> CHANCES =
      List.of(
          Scale.ONE,
          Scale.ONE,
          Scale.ONE,
          new Scale(150),
          new Scale(150),
          Scale.TWO,
          Scale.TWO,
          new Scale(300));

  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789-";
  private static final List<String> WORDS =
      List.of("Ελένη", "渡邉 さくら", "Дмитрий", "Ångström", "שרה", "Maria", "🎉", "ticket 7", "50 %");

  /**
   * A template with a code, and payloads for it.
   *
   * @param id of the template
   * @param layer its last layer's keys
   */
  private record Kind(String id, BarcodeFormat format, String layer, Payload payload) {}

  /**
   * What a code is made of.
   *
   * @param field the kind of the field that takes it
   */
  private record Payload(String field, Function<Random, String> chance) {}

  private static final Payload URL = new Payload("url", CodesScanTest::url);
  private static final Payload TEXT = new Payload("text", CodesScanTest::words);
  private static final Payload CODE = new Payload("code", CodesScanTest::code);
  private static final Payload DIGITS = new Payload("code", CodesScanTest::digits);
  private static final Payload UPC = new Payload("code", CodesScanTest::upc);
  private static final Payload PASS = new Payload("payload", CodesScanTest::pass);

  private static final List<Kind> KINDS =
      List.of(
          new Kind("qr", BarcodeFormat.QR_CODE, qr("'correction':'M'"), URL),
          new Kind("qr-text", BarcodeFormat.QR_CODE, qr("'correction':'H'"), TEXT),
          new Kind("qr-colours", BarcodeFormat.QR_CODE, colours(), URL),
          new Kind("qr-logo", BarcodeFormat.QR_CODE, logo(0.22), URL),
          new Kind("qr-large-logo", BarcodeFormat.QR_CODE, logo(0.3), CODE),
          new Kind("qr-turned", BarcodeFormat.QR_CODE, qr("'rotate':90"), CODE),
          new Kind("code128", BarcodeFormat.CODE_128, barcode("code128"), CODE),
          new Kind("ean13", BarcodeFormat.EAN_13, barcode("ean13"), DIGITS),
          new Kind("upc-a", BarcodeFormat.UPC_A, barcode("upc-a"), UPC),
          new Kind("qr-pass", BarcodeFormat.QR_CODE, qr("'correction':'L'"), PASS),
          new Kind("aztec-pass", BarcodeFormat.AZTEC, barcode("aztec"), PASS),
          new Kind("pdf417-pass", BarcodeFormat.PDF_417, barcode("pdf417"), PASS),
          new Kind("datamatrix-pass", BarcodeFormat.DATA_MATRIX, barcode("datamatrix"), PASS),
          new Kind("pdf417", BarcodeFormat.PDF_417, barcode("pdf417"), URL),
          new Kind("aztec", BarcodeFormat.AZTEC, barcode("aztec"), URL),
          new Kind("datamatrix", BarcodeFormat.DATA_MATRIX, barcode("datamatrix"), CODE));

  /** Where a code stands. */
  private record Place(
      Template template, TwoWays ways, String field, BarcodeFormat format, Payload payload) {
    /** What was drawn and cannot be read back; empty where it can. */
    Stream<String> unread(String data, Look look) {
      String query = field + "=" + URLEncoder.encode(data, StandardCharsets.UTF_8);
      byte[] file = ways.joined(template, query, look);
      return Scanner.scan(file, format).filter(data::equals).isPresent()
          ? Stream.empty()
          : Stream.of(template.id() + " of '" + data + "' with " + look);
    }
  }

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path root;

  @Test
  void everyCode_isReadBack_fromTheFinalBytes() {
    List<Place> places = places();
    IntFunction<Stream<String>> unread =
        seed -> {
          Random random = new Random(seed * 0x9e3779b97f4a7c15L);
          return EVERYWHERE > 0 ? everywhere(places, random) : somewhere(places, seed, random);
        };
    List<String> all =
        IntStream.range(0, EVERYWHERE > 0 ? EVERYWHERE : COUNT)
            .parallel()
            .mapToObj(unread)
            .flatMap(found -> found)
            .toList();
    assertThat(all).isEmpty();
  }

  private static Stream<String> somewhere(List<Place> places, int seed, Random random) {
    Place place = places.get(seed % places.size());
    Format format = RandomScene.pick(random, List.of(Format.values()));
    Look look = new Look(RandomScene.pick(random, CHANCES), format, Effort.FAST);
    return place.unread(place.payload().chance().apply(random), look);
  }

  private static Stream<String> everywhere(List<Place> places, Random random) {
    return places.stream()
        .flatMap(
            place -> {
              String data = place.payload().chance().apply(random);
              return SCALES.stream()
                  .flatMap(
                      scale ->
                          Stream.of(Format.PNG, Format.JPEG)
                              .flatMap(
                                  format ->
                                      place.unread(data, new Look(scale, format, Effort.FAST))));
            });
  }

  private static List<Place> places() {
    SceneFolder.make(root, "qr-logo");
    SceneFolder.make(root, "qr-large-logo");
    TwoWays made = new TwoWays(root);
    TwoWays shipped = new TwoWays(TestApplication.templates());
    return Stream.concat(
            KINDS.stream()
                .map(
                    kind -> new Place(template(kind), made, "data", kind.format(), kind.payload())),
            Stream.of(
                new Place(
                    TestApplication.template("event-ticket"),
                    shipped,
                    "ticket",
                    BarcodeFormat.QR_CODE,
                    CODE),
                new Place(
                    TestApplication.template("pickup"),
                    shipped,
                    "order",
                    BarcodeFormat.CODE_128,
                    CODE)))
        .toList();
  }

  private static Template template(Kind kind) {
    String text =
        "{'width':372,'height':248,'background':'#e8eaf0','fields':{'data':{'kind':'"
            + kind.payload().field()
            + "'}},'layers':[{'type':'text','text':'Show this','box':[16,8,340,32]},{"
            + kind.layer()
            + ",'data':'{{ data }}'}]}";
    try {
      Path folder = Files.createDirectories(root.resolve(kind.id()));
      Files.writeString(folder.resolve(TemplateReader.FILE), text.replace('\'', '"'));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    ParseResult reading = new TemplateLoader(new FolderTemplateFiles(root)).load(kind.id());
    assertThat(reading).isInstanceOf(ParseResult.Usable.class);
    return ((ParseResult.Usable) reading).template();
  }

  private static String qr(String keys) {
    return "'type':'qr','box':[80.3,44,196,196]," + keys;
  }

  private static String colours() {
    return qr("'dark':'#1e3a8a','light':'#fef3c7','quietZone':2");
  }

  private static String logo(double share) {
    return qr("'logo':'assets/photo.png','logoSize':" + share);
  }

  private static String barcode(String symbology) {
    return "'type':'barcode','symbology':'" + symbology + "','box':[8,44.5,356,196]";
  }

  /** With a digit, so that it is no word such as NULL, which mailers write for nothing. */
  private static String code(Random random) {
    return random.nextInt(10) + letters(random, random.nextInt(18));
  }

  private static String url(Random random) {
    return "https://example.com/" + letters(random, 1 + random.nextInt(40));
  }

  private static String words(Random random) {
    return IntStream.range(0, 1 + random.nextInt(4))
        .mapToObj(word -> RandomScene.pick(random, WORDS))
        .collect(Collectors.joining(" "));
  }

  /** Fixed columns and lines, as passes and payment codes have them. */
  private static String pass(Random random) {
    return "M1"
        + letters(random, 1 + random.nextInt(8)).toUpperCase(Locale.ROOT)
        + " ".repeat(1 + random.nextInt(12))
        + "E\n\n"
        + letters(random, random.nextInt(8))
        + "\r\n ";
  }

  /** Eleven digits and the one that checks them. */
  private static String upc(Random random) {
    return checked(random, 0).substring(1);
  }

  /** Twelve digits and the one that checks them. */
  private static String digits(Random random) {
    return checked(random, random.nextInt(10));
  }

  private static String checked(Random random, int first) {
    StringBuilder digits = new StringBuilder();
    int sum = 0;
    for (int at = 0; at < 12; at++) {
      int digit = at == 0 ? first : random.nextInt(10);
      digits.append(digit);
      sum += at % 2 == 0 ? digit : 3 * digit;
    }
    return digits.append((10 - sum % 10) % 10).toString();
  }

  private static String letters(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(at -> "" + LETTERS.charAt(random.nextInt(LETTERS.length())))
        .collect(Collectors.joining());
  }
}
