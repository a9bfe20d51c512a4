package dev.nameplate.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.asset.decode.AssetException;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every source of templates' pictures does, wherever they lie. */
abstract class AssetSourceContract {
  private static final String PATH = "assets/hills.png";

  private final Template template = TestApplication.template("welcome");

  /** A source of the project's templates' pictures. */
  abstract AssetSource source();

  @Test
  void asset_isDecoded_pixelForPixel() throws IOException {
    byte[] file = Files.readAllBytes(TestApplication.templates().resolve("welcome").resolve(PATH));
    assertThat(
            Pictures.largestDifference(
                source().load(template, PATH).image(), Pictures.decode(file)))
        .isZero();
  }

  @Test
  void assetAskedForAgain_isTheSame() {
    AssetSource source = source();
    DecodedImage first = source.load(template, PATH);
    DecodedImage again = source.load(template, PATH);
    assertThat(again.name()).isEqualTo(first.name());
    assertThat(Pictures.largestDifference(again.image(), first.image())).isZero();
  }

  @Test
  void assetsOfTwoTemplates_haveTwoNames() {
    AssetSource source = source();
    assertThat(source.load(TestApplication.template("rewards"), "assets/maria.png").name())
        .isNotEqualTo(
            source.load(TestApplication.template("event-ticket"), "assets/maria.png").name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assets/none.png",
        "assets/",
        "assets",
        "",
        "template.json",
        "assets/../template.json",
        "../rewards/assets/maria.png",
        "/etc/hostname",
        "assets/\0.png"
      })
  void pathThatLeadsToNoAssetOfTheTemplate_fails(String path) {
    assertThatThrownBy(() -> source().load(template, path)).isInstanceOf(AssetException.class);
  }
}
