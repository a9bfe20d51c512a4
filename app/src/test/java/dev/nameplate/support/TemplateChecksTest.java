package dev.nameplate.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.asset.AssetCheck;
import dev.nameplate.asset.AssetSettings;
import dev.nameplate.asset.LocalAssets;
import dev.nameplate.template.fault.TemplateFault;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.text.font.FontCheck;
import dev.nameplate.text.font.FontLibrary;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks by other packages run when a template is loaded, and the other templates keep serving. */
final class TemplateChecksTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path root;

  @Test
  void fontThatIsNotThere_andPictureThatDoesNotDecode_areRefused() throws IOException {
    write("good", "{'width':10,'height':10}");
    write("font", layer("'type':'text','text':'x','font':'Comic'"));
    write("weight", layer("'type':'text','text':'x','weight':900"));
    write("picture", layer("'type':'image','src':'assets/x.png'"));
    Files.createDirectories(root.resolve("picture/assets"));
    Files.writeString(root.resolve("picture/assets/x.png"), "not a picture");
    FontLibrary fonts = Fonts.shipped();
    LocalAssets assets = new LocalAssets(root, AssetSettings.DEFAULT);
    TemplateLibrary library =
        new TemplateLibrary(root, List.of(new FontCheck(fonts), new AssetCheck(assets)));
    assertThat(library.all()).hasSize(1);
    assertThat(library.faults().stream().map(TemplateFault::sentence))
        .hasSize(3)
        .anySatisfy(fault -> assertThat(fault).contains("'Comic'").contains("Source Serif 4"))
        .anySatisfy(fault -> assertThat(fault).contains("900").contains("[400, 500, 700]"))
        .anySatisfy(fault -> assertThat(fault).contains("assets/x.png").contains("no PNG"));
  }

  @Test
  void pictureWhoseFileBreaksOff_isRefused() throws IOException {
    BufferedImage whole = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    assertThat(ImageIO.write(whole, "jpeg", jpeg)).isTrue();
    write("picture", layer("'type':'image','src':'assets/x.jpg'"));
    Files.createDirectories(root.resolve("picture/assets"));
    Path file = root.resolve("picture/assets/x.jpg");
    LocalAssets assets = new LocalAssets(root, AssetSettings.DEFAULT);
    Files.write(file, Arrays.copyOf(jpeg.toByteArray(), jpeg.size() / 2));
    TemplateLibrary cut = new TemplateLibrary(root, List.of(new AssetCheck(assets)));
    assertThat(cut.faults().stream().map(TemplateFault::sentence))
        .singleElement()
        .satisfies(fault -> assertThat(fault).contains("assets/x.jpg").contains("breaks off"));
    Files.write(file, jpeg.toByteArray());
    TemplateLibrary mended =
        new TemplateLibrary(
            root, List.of(new AssetCheck(new LocalAssets(root, AssetSettings.DEFAULT))));
    assertThat(mended.all()).hasSize(1);
  }

  private static String layer(String keys) {
    return "{'width':10,'height':10,'layers':[{'box':[0,0,9,9]," + keys + "}]}";
  }

  private void write(String id, String text) throws IOException {
    Files.createDirectories(root.resolve(id));
    Files.writeString(root.resolve(id).resolve("template.json"), text.replace('\'', '"'));
  }
}
