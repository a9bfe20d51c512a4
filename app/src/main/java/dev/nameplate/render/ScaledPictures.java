package dev.nameplate.render;

import dev.nameplate.asset.Asset;
import dev.nameplate.asset.AssetSource;
import dev.nameplate.asset.ByteBudget;
import dev.nameplate.template.Template;
import java.awt.image.BufferedImage;
import org.imgscalr.Scalr;

/** Scales pictures well once, and keeps what was used last within a byte budget. */
final class ScaledPictures implements Brush.Pictures {
  private final AssetSource assets;
  private final ByteBudget<Key, ScaledPicture> kept;

  ScaledPictures(AssetSource assets, long maxBytes) {
    this.assets = assets;
    this.kept = new ByteBudget<>(maxBytes, ScaledPicture::bytes);
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

  private static BufferedImage scale(BufferedImage picture, PictureCut cut) {
    BufferedImage part =
        picture.getSubimage(cut.sourceX(), cut.sourceY(), cut.sourceWidth(), cut.sourceHeight());
    if (part.getWidth() == cut.width() && part.getHeight() == cut.height()) {
      return part;
    }
    return Scalr.resize(
        part, Scalr.Method.ULTRA_QUALITY, Scalr.Mode.FIT_EXACT, cut.width(), cut.height());
  }

  private record Key(String asset, PictureCut cut) {}
}
