package dev.nameplate.edit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.asset.AssetSource;
import dev.nameplate.asset.DecodedImage;
import dev.nameplate.asset.decode.AssetException;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateAssets;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.library.TemplateFiles;
import dev.nameplate.util.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The asset and font files of templates as drafts use them: read and decoded once, however often
 * the draft changes, until the files change. Safe for many threads.
 */
final class TemplateSource implements AssetSource {
  /** What the files and decoded pictures that are kept may take, in bytes. */
  private static final long CACHE_BYTES = 48L << 20;

  private static final String FOLDER = "assets/";

  private final TemplateFiles files;
  private final Cache<String, byte[]> read =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES / 3)
          .weigher((String key, byte[] file) -> file.length)
          .build();
  private final Cache<String, DecodedImage> decoded =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES / 3 * 2)
          .weigher((String key, DecodedImage image) -> weight(image))
          .build();

  /**
   * @param files of the templates
   */
  TemplateSource(TemplateFiles files) {
    this.files = files;
  }

  private static int weight(DecodedImage image) {
    return 4 * image.image().getWidth() * image.image().getHeight();
  }

  /** The assets of a template as they are now. */
  TemplateAssets assets(TemplateId id) {
    String print = print(id);
    NavigableSet<String> paths = new TreeSet<>();
    TemplateAssets.FOLDERS.forEach(folder -> paths.addAll(files.paths(id, folder)));
    return new TemplateAssets() {
      @Override
      public NavigableSet<String> paths() {
        return paths;
      }

      @Override
      public byte[] read(String path) {
        return file(id, path, print).clone();
      }
    };
  }

  @Override
  public DecodedImage load(Template template, String path) {
    Optional<TemplateId> id = TemplateId.parse(template.id());
    if (id.isEmpty() || !path.startsWith(FOLDER)) {
      throw new AssetException(template.id() + " has no such asset");
    }
    return template.version().isPresent()
        ? load(id.get(), "versions/" + template.version().get() + "/" + path, "")
        : load(id.get(), path);
  }

  /**
   * An asset of a template as it is now.
   *
   * @throws AssetException if there is no such file, or it is no picture
   */
  DecodedImage load(TemplateId id, String path) {
    return load(id, path, print(id));
  }

  private DecodedImage load(TemplateId id, String path, String print) {
    String name = "draft " + id + " " + print + " " + path;
    try {
      return decoded.get(name, key -> DecodedImage.ofBytes(key, file(id, path, print)));
    } catch (UncheckedIOException absent) {
      throw new AssetException(id + " has no such asset", absent);
    }
  }

  private byte[] file(TemplateId id, String path, String print) {
    return read.get(id + " " + print + " " + path, key -> file(id, path));
  }

  private byte[] file(TemplateId id, String path) {
    return files
        .read(id, path)
        .orElseThrow(
            () -> new UncheckedIOException("an asset of " + id, new IOException("it is gone")));
  }

  /** What stands for the state of a template's files. */
  String print(Template template) {
    return TemplateId.parse(template.id()).map(this::print).orElse("");
  }

  /** What stands for the state of a template's files. */
  String print(TemplateId id) {
    return Sha256.hex(files.fingerprint(id).getBytes(StandardCharsets.UTF_8));
  }
}
