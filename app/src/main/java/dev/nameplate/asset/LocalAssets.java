package dev.nameplate.asset;

import dev.nameplate.asset.decode.AssetException;
import dev.nameplate.asset.decode.DecodeLimits;
import dev.nameplate.asset.decode.ImageDecoder;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Loads images from the template's own {@code assets} folder only, and caches them decoded.
 * Symbolic links that lead out of the folder are refused. Safe for threads.
 */
public final class LocalAssets implements AssetSource {
  private final Path templates;
  private final ImageDecoder decoder;
  private final WeightedLruCache<String, DecodedImage> decoded;

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
    return decoded.get(name).orElseGet(() -> decode(template.id(), path, name));
  }

  private DecodedImage decode(String id, String path, String name) {
    Path file = resolve(id, path);
    DecodedImage decodedImage = new DecodedImage(name, decoder.decode(read(file)));
    decoded.put(name, decodedImage);
    return decodedImage;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new AssetException("the file cannot be read", unreadable);
    }
  }

  private Path resolve(String id, String path) {
    try {
      Path folder = templates.resolve(id).resolve("assets").toRealPath();
      Path file = templates.resolve(id).resolve(path).toRealPath();
      if (file.startsWith(folder) && Files.isRegularFile(file)) {
        return file;
      }
    } catch (IOException | IllegalArgumentException absent) {
      throw new AssetException(id + " has no such asset", absent);
    }
    throw new AssetException(id + " has no such asset");
  }
}
