package dev.nameplate.asset;

import dev.nameplate.asset.decode.AssetException;
import dev.nameplate.asset.decode.DecodeLimits;
import dev.nameplate.asset.decode.ImageDecoder;
import dev.nameplate.template.Template;
import dev.nameplate.util.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Loads images from the template's own {@code assets} folder only, of a published version that of
 * the version, and caches them decoded. Symbolic links that lead out of the folder are refused, and
 * so is a file that has changed since the template was read: its pictures are known by the digest
 * of the files as they were. Safe for threads.
 */
public final class LocalAssets implements AssetSource {
  private final Path templates;
  private final ImageDecoder decoder;
  private final WeightedLruCache<String, DecodedImage> decoded;
  private final Map<String, List<Path>> copies = new ConcurrentHashMap<>();

  /**
   * @param templates the folder of all templates
   * @param settings limits on image and cache sizes
   */
  public LocalAssets(Path templates, AssetSettings settings) {
    this.templates = templates;
    this.decoder = new ImageDecoder(DecodeLimits.ofAuthors(settings.maxPixels()));
    this.decoded = new WeightedLruCache<>(settings.cacheBytes(), DecodedImage::bytes);
  }

  @Override
  public DecodedImage load(Template template, String path) {
    String name = template.digest() + " " + path;
    return decoded.get(name).orElseGet(() -> decode(template, path, name));
  }

  private DecodedImage decode(Template template, String path, String name) {
    byte[] bytes = read(resolve(template, path));
    String known = template.origin().assets().getOrDefault(path, "");
    if (!known.isEmpty() && !known.equals(Sha256.hex(bytes))) {
      throw new AssetException("the file has changed since the template was read");
    }
    DecodedImage decodedImage = new DecodedImage(name, decoder.decode(bytes));
    decoded.put(name, decodedImage);
    return decodedImage;
  }

  /**
   * Loads the images of one version of a template from a copy of its files from now on, so that
   * editing the template does not change them.
   *
   * @param digest of the version
   * @param folder in which the copy lies below the template's id
   */
  public void useCopy(String digest, Path folder) {
    copies.compute(
        digest,
        (same, known) -> {
          List<Path> all = new ArrayList<>(known == null ? List.of() : known);
          if (!all.contains(folder)) {
            all.add(folder);
          }
          return List.copyOf(all);
        });
  }

  /**
   * Forgets a copy, since its files are to be deleted.
   *
   * @param digest as it was given to {@link #useCopy}
   * @param folder as it was given to {@link #useCopy}
   */
  public void forgetCopy(String digest, Path folder) {
    copies.computeIfPresent(
        digest,
        (same, known) -> {
          List<Path> left = known.stream().filter(each -> !each.equals(folder)).toList();
          return left.isEmpty() ? null : left;
        });
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new AssetException("the file cannot be read", unreadable);
    }
  }

  /** A copy that is there: another process may have deleted one. */
  private Path root(String digest) {
    return copies.getOrDefault(digest, List.of()).stream()
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(templates);
  }

  private Path resolve(Template template, String path) {
    try {
      Path own = root(template.digest()).resolve(template.id());
      Path place =
          template
              .version()
              .map(number -> own.resolve("versions").resolve("" + number))
              .orElse(own);
      Path folder = place.resolve("assets").toRealPath();
      Path file = place.resolve(path).toRealPath();
      if (file.startsWith(folder) && Files.isRegularFile(file)) {
        return file;
      }
    } catch (IOException | IllegalArgumentException absent) {
      throw new AssetException(template.id() + " has no such asset", absent);
    }
    throw new AssetException(template.id() + " has no such asset");
  }
}
