package dev.nameplate.render.paint;

import dev.nameplate.asset.AssetSource;
import dev.nameplate.asset.DecodedImage;
import dev.nameplate.asset.WeightedLruCache;
import dev.nameplate.template.Template;
import dev.nameplate.text.glyph.GlyphPicture;
import java.awt.image.BufferedImage;
import org.imgscalr.Scalr;

/** Scales pictures well once, and keeps what was used last within a byte budget. */
public final class ScaledPictures implements PaintContext.Pictures {
  /** One part in so many of the budget is for the pictures of glyphs. */
  private static final int GLYPH_SHARE = 4;

  private final AssetSource assets;
  private final WeightedLruCache<Key, ScaledPicture> kept;
  private final WeightedLruCache<GlyphKey, ScaledPicture> glyphs;

  public ScaledPictures(AssetSource assets, long maxBytes) {
    this.assets = assets;
    this.kept = new WeightedLruCache<>(maxBytes - maxBytes / GLYPH_SHARE, ScaledPicture::bytes);
    this.glyphs = new WeightedLruCache<>(maxBytes / GLYPH_SHARE, ScaledPicture::bytes);
  }

  @Override
  public DecodedImage load(Template template, String path) {
    return assets.load(template, path);
  }

  @Override
  public ScaledPicture scaled(DecodedImage decodedImage, ImageCrop cut) {
    Key key = new Key(decodedImage.name(), cut);
    return kept.get(key)
        .orElseGet(
            () -> {
              ScaledPicture made = new ScaledPicture(scale(decodedImage.image(), cut));
              kept.put(key, made);
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
              BufferedImage fitted =
                  Scalr.resize(
                      whole, Scalr.Method.ULTRA_QUALITY, Scalr.Mode.FIT_EXACT, width, height);
              ScaledPicture made = new ScaledPicture(fitted);
              glyphs.put(key, made);
              return made;
            });
  }

  private static BufferedImage scale(BufferedImage picture, ImageCrop cut) {
    BufferedImage part =
        picture.getSubimage(cut.sourceX(), cut.sourceY(), cut.sourceWidth(), cut.sourceHeight());
    if (part.getWidth() == cut.width() && part.getHeight() == cut.height()) {
      return part;
    }
    return Scalr.resize(
        part, Scalr.Method.ULTRA_QUALITY, Scalr.Mode.FIT_EXACT, cut.width(), cut.height());
  }

  private record GlyphKey(String picture, int width, int height) {}

  private record Key(String asset, ImageCrop cut) {}
}
