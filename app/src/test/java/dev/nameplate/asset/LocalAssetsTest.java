package dev.nameplate.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.asset.decode.AssetException;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Assets in a folder, kept decoded. */
final class LocalAssetsTest extends AssetSourceContract {
  @Override
  AssetSource source() {
    return new LocalAssets(TestApplication.templates(), AssetSettings.DEFAULT);
  }

  @Test
  void fileThatChangedSinceTheTemplateWasRead_fails(@TempDir Path root) throws IOException {
    Path from = TestApplication.templates().resolve("welcome/assets/hills.png");
    Path assets = Files.createDirectories(root.resolve("card/assets"));
    Files.copy(from, assets.resolve("a.png"));
    Files.writeString(root.resolve("card/template.json"), "{\"width\": 9, \"height\": 9}");
    Template read = new TemplateLibrary(root, List.of()).find("card").orElseThrow();
    Files.copy(
        TestApplication.templates().resolve("rewards/assets/maria.png"),
        assets.resolve("a.png"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(
            () -> new LocalAssets(root, AssetSettings.DEFAULT).load(read, "assets/a.png"))
        .isInstanceOf(AssetException.class)
        .hasMessageContaining("has changed");
    Template again = new TemplateLibrary(root, List.of()).find("card").orElseThrow();
    assertThat(new LocalAssets(root, AssetSettings.DEFAULT).load(again, "assets/a.png").name())
        .startsWith(again.digest());
  }
}
