package dev.nameplate.scene;

import dev.nameplate.geometry.Rgba;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.Initials;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.merge.value.RemoteImageRef;
import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.template.layer.ImageLayer;
import dev.nameplate.template.layer.Placeholder;
import java.util.List;
import java.util.Optional;

/**
 * Chooses what an image layer shows. Order of precedence:
 *
 * <ol>
 *   <li>the image that its source names, from the template's folder or remote;
 *   <li>if a remote image was given but could not be fetched: the layer's {@code default}, then the
 *       field's fallback;
 *   <li>if no image was given: the field's fallback, then the layer's {@code default};
 *   <li>nothing.
 * </ol>
 */
record PictureNodes(MergedFields fields) {
  /** The node of a layer; empty if it has nothing to show. */
  Optional<Node.Present> node(int index, Placement placement, ImageLayer layer) {
    ImageSlot imageSlot = new ImageSlot(index, placement, layer);
    if (layer.source() instanceof ImageLayer.Source.Asset asset) {
      return Optional.of(imageSlot.picture(asset.path()));
    }
    String name = ((ImageLayer.Source.OfField) layer.source()).field();
    Optional<FieldValue> value = fields.value(name);
    if (value.isEmpty()) {
      return placeholder(imageSlot);
    }
    if (!(value.get() instanceof FieldValue.RemoteImageUrl remoteImageUrl)) {
      return Optional.of(imageSlot.picture(value.get().shown()));
    }
    if (remoteImageUrl.fetchState() instanceof FieldValue.FetchState.Found found) {
      return Optional.of(imageSlot.picture(found.picture()));
    }
    return placeholder(imageSlot).or(() -> fallback(name).map(imageSlot::picture));
  }

  private Optional<String> fallback(String name) {
    return Optional.ofNullable(fields.byName().get(name))
        .flatMap(field -> field.field().fallback());
  }

  private Optional<Node.Present> placeholder(ImageSlot imageSlot) {
    return imageSlot
        .layer()
        .placeholder()
        .map(
            placeholder ->
                placeholder instanceof Placeholder.Initials initials
                    ? initials(imageSlot, initials)
                    : imageSlot.picture(((Placeholder.Asset) placeholder).path()));
  }

  /** Initials come from given names only: a fallback such as "there" is not a name. */
  private Node.Present initials(ImageSlot imageSlot, Placeholder.Initials initials) {
    Optional<String> name =
        Optional.ofNullable(fields.byName().get(initials.field()))
            .filter(field -> field.state() == ResolvedField.State.GIVEN)
            .flatMap(ResolvedField::value)
            .map(FieldValue::shown);
    Rgba fill = color(initials.palette(), name.orElse(""));
    Rgba ink =
        fill.contrastWith(Rgba.WHITE) >= fill.contrastWith(Rgba.BLACK) ? Rgba.WHITE : Rgba.BLACK;
    return new Node.Initials(
        imageSlot.index(), imageSlot.placement(), fill, ink, name.flatMap(Initials::of));
  }

  /** A color that depends on the name only, on every server, and is spread over the palette. */
  private static Rgba color(List<Rgba> palette, String name) {
    int hash = name.hashCode() * 0x9e3779b1;
    return palette.get(Math.floorMod(hash ^ hash >>> 15, palette.size()));
  }

  /** An image layer with its index and placement. */
  private record ImageSlot(int index, Placement placement, ImageLayer layer) {
    Node.Present picture(String path) {
      return picture(path, Optional.empty());
    }

    Node.Present picture(RemoteImageRef remote) {
      return picture("remote", Optional.of(remote));
    }

    private Node.Present picture(String path, Optional<RemoteImageRef> remote) {
      return new Node.Picture(
          index,
          placement,
          path,
          remote,
          layer.fit(),
          layer.position(),
          layer.radius(),
          layer.circle(),
          layer.mask());
    }
  }
}
