package dev.nameplate.render;

import dev.nameplate.asset.Asset;
import dev.nameplate.asset.AssetSource;
import dev.nameplate.asset.ByteBudget;
import dev.nameplate.template.Template;
import dev.nameplate.text.GlyphPicture;
import java.awt.image.BufferedImage;
import org.imgscalr.Scalr;

/** Scales pictures well once, and keeps what was used last within a byte budget. */
final class ScaledPictures implements Brush.Pictures {
  /** One part in so many of the budget is for the pictures of glyphs. */
  private static final int GLYPH_SHARE = 4;

  private final AssetSource assets;
  private final ByteBudget<Key, ScaledPicture> kept;
  private final ByteBudget<GlyphKey, ScaledPicture> glyphs;

  ScaledPictures(AssetSource assets, long maxBytes) {
    this.assets = assets;
    this.kept = new ByteBudget<>(maxBytes - maxBytes / GLYPH_SHARE, ScaledPicture::bytes);
    this.glyphs = new ByteBudget<>(maxBytes / GLYPH_SHARE, ScaledPicture::bytes);
  }

  @Override
  public Asset load(Template template, String path) {
    return assets.load(template, path);
  }

  @Override
  public ScaledPicture scaled(Asset asset, PictureCut cut) {
    Key key = new Key(asset.name(), cut);
    return kept.get(key)
        .orElseGet(
            () -> {
              ScaledPicture made = new ScaledPicture(scale(asset.image(), cut));
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
              BufferedImage whole = Asset.ofBytes(picture.name(), picture.png()).image();
              BufferedImage fitted =
                  Scalr.resize(
                      whole, Scalr.Method.ULTRA_QUALITY, Scalr.Mode.FIT_EXACT, width, height);
              ScaledPicture made = new ScaledPicture(fitted);
              glyphs.put(key, made);
              return made;
            });
  }

  private static BufferedImage scale(BufferedImage picture, PictureCut cut) {
    BufferedImage part =
        picture.getSubimage(cut.sourceX(), cut.sourceY(), cut.sourceWidth(), cut.sourceHeight());
    if (part.getWidth() == cut.width() && part.getHeight() == cut.height()) {
      return part;
    }
    return Scalr.resize(
        part, Scalr.Method.ULTRA_QUALITY, Scalr.Mode.FIT_EXACT, cut.width(), cut.height());
  }

  private record GlyphKey(String picture, int width, int height) {}

  private record Key(String asset, PictureCut cut) {}
}
