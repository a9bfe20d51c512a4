package dev.nameplate.render.paint;

import dev.nameplate.asset.AssetSource;
import dev.nameplate.asset.DecodedImage;
import dev.nameplate.asset.WeightedLruCache;
import dev.nameplate.template.Template;
import dev.nameplate.text.glyph.GlyphPicture;
import java.awt.image.BufferedImage;
import org.imgscalr.Scalr;

/** Scales images and caches the results, the least recently used ones evicted first. */
public final class ScaledPictures implements PaintContext.Pictures {
  /** Bitmap glyphs get one part in so many of the cache. */
  private static final int GLYPH_SHARE = 4;

  private final AssetSource assets;
  private final WeightedLruCache<Key, ScaledPicture> images;
  private final WeightedLruCache<GlyphKey, ScaledPicture> glyphs;

  /**
   * @param assets loads the templates' images
   * @param maxBytes limit of the cached pixels, in bytes, 0 or more
   */
  public ScaledPictures(AssetSource assets, long maxBytes) {
    this.assets = assets;
    this.images = new WeightedLruCache<>(maxBytes - maxBytes / GLYPH_SHARE, ScaledPicture::bytes);
    this.glyphs = new WeightedLruCache<>(maxBytes / GLYPH_SHARE, ScaledPicture::bytes);
  }

  @Override
  public DecodedImage load(Template template, String path) {
    return assets.load(template, path);
  }

  @Override
  public ScaledPicture scaled(DecodedImage decodedImage, ImageCrop crop) {
    Key key = new Key(decodedImage.name(), crop);
    return images
        .get(key)
        .orElseGet(
            () -> {
              ScaledPicture made = new ScaledPicture(scale(decodedImage.image(), crop));
              images.put(key, made);
              return made;
            });
  }

  @Override
  public ScaledPicture scaled(GlyphPicture picture, int width, int height) {
    GlyphKey key = new GlyphKey(picture.name(), width, height);
    return glyphs
        .get(key)
        .orElseGet(
            () -> {
              BufferedImage whole = DecodedImage.ofBytes(picture.name(), picture.png()).image();
              ScaledPicture made = new ScaledPicture(resized(whole, width, height));
              glyphs.put(key, made);
              return made;
            });
  }

  private static BufferedImage scale(BufferedImage picture, ImageCrop crop) {
    BufferedImage part =
        picture.getSubimage(
            crop.sourceX(), crop.sourceY(), crop.sourceWidth(), crop.sourceHeight());
    if (part.getWidth() == crop.width() && part.getHeight() == crop.height()) {
      return part;
    }
    return resized(part, crop.width(), crop.height());
  }

  /** In small steps, which end at six pixels: a last step leads to less. */
  private static BufferedImage resized(BufferedImage picture, int width, int height) {
    BufferedImage near =
        Scalr.resize(picture, Scalr.Method.ULTRA_QUALITY, Scalr.Mode.FIT_EXACT, width, height);
    return near.getWidth() == width && near.getHeight() == height
        ? near
        : Scalr.resize(near, Scalr.Method.BALANCED, Scalr.Mode.FIT_EXACT, width, height);
  }

  private record GlyphKey(String picture, int width, int height) {}

  private record Key(String asset, ImageCrop crop) {}
}
