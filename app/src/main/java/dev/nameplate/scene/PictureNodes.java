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
 * Decides what an image layer shows. Order of precedence:
 *
 * <ol>
 *   <li>the picture that its source names, from the template's folder or fetched;
 *   <li>where an address was given whose picture cannot be had: the layer's {@code default}, then
 *       the field's fallback;
 *   <li>where no picture was given: the field's fallback, then the layer's {@code default};
 *   <li>nothing.
 * </ol>
 */
record PictureNodes(MergedFields fields) {
  /** The node of a layer; empty where it has nothing to show. */
  Optional<Node.Present> node(int index, Placement placement, ImageLayer layer) {
    ImageSlot imageSlot = new ImageSlot(index, placement, layer);
    if (layer.source() instanceof ImageLayer.Source.Asset asset) {
      return Optional.of(imageSlot.picture(asset.path()));
    }
    String name = ((ImageLayer.Source.OfField) layer.source()).field();
    Optional<FieldValue> value = fields.value(name);
    if (value.isEmpty()) {
      return standIn(imageSlot);
    }
    if (!(value.get() instanceof FieldValue.RemoteImageUrl remoteImageUrl)) {
      return Optional.of(imageSlot.picture(value.get().shown()));
    }
    if (remoteImageUrl.search() instanceof FieldValue.FetchState.Found found) {
      return Optional.of(imageSlot.picture(found.picture()));
    }
    return standIn(imageSlot).or(() -> fallback(name).map(imageSlot::picture));
  }

  private Optional<String> fallback(String name) {
    return Optional.ofNullable(fields.byName().get(name))
        .flatMap(field -> field.field().fallback());
  }

  private Optional<Node.Present> standIn(ImageSlot imageSlot) {
    return imageSlot
        .layer()
        .placeholder()
        .map(
            placeholder ->
                placeholder instanceof Placeholder.Initials initials
                    ? initials(imageSlot, initials)
                    : imageSlot.picture(((Placeholder.Asset) placeholder).path()));
  }

  /** A fallback such as "there" is nobody's name, so that its letters would mean nothing. */
  private Node.Present initials(ImageSlot imageSlot, Placeholder.Initials initials) {
    Optional<String> name =
        Optional.ofNullable(fields.byName().get(initials.field()))
            .filter(field -> field.state() == ResolvedField.State.GIVEN)
            .flatMap(ResolvedField::value)
            .map(FieldValue::shown);
    Rgba fill = colour(initials.palette(), name.orElse(""));
    Rgba ink =
        fill.contrastWith(Rgba.WHITE) >= fill.contrastWith(Rgba.BLACK) ? Rgba.WHITE : Rgba.BLACK;
    return new Node.Initials(
        imageSlot.index(), imageSlot.placement(), fill, ink, name.flatMap(Initials::of));
  }

  /** The same for a name on every node, and spread over the palette. */
  private static Rgba colour(List<Rgba> palette, String name) {
    int hash = name.hashCode() * 0x9e3779b1;
    return palette.get(Math.floorMod(hash ^ hash >>> 15, palette.size()));
  }

  /** A layer and where it stands. */
  private record ImageSlot(int index, Placement placement, ImageLayer layer) {
    Node.Present picture(String path) {
      return picture(path, Optional.empty());
    }

    Node.Present picture(RemoteImageRef outside) {
      return picture("outside", Optional.of(outside));
    }

    private Node.Present picture(String path, Optional<RemoteImageRef> outside) {
      return new Node.Picture(
          index,
          placement,
          path,
          outside,
          layer.fit(),
          layer.position(),
          layer.radius(),
          layer.circle(),
          layer.mask());
    }
  }
}
