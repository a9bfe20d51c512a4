package dev.nameplate.scene;

import dev.nameplate.geometry.Rgba;
import dev.nameplate.merge.FieldValue;
import dev.nameplate.merge.Initials;
import dev.nameplate.merge.MergedFields;
import dev.nameplate.merge.OutsidePicture;
import dev.nameplate.merge.ResolvedField;
import dev.nameplate.template.ImageLayer;
import dev.nameplate.template.StandIn;
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
    Spot spot = new Spot(index, placement, layer);
    if (layer.source() instanceof ImageLayer.Source.Asset asset) {
      return Optional.of(spot.picture(asset.path()));
    }
    String name = ((ImageLayer.Source.OfField) layer.source()).field();
    Optional<FieldValue> value = fields.value(name);
    if (value.isEmpty()) {
      return standIn(spot);
    }
    if (!(value.get() instanceof FieldValue.Outside outside)) {
      return Optional.of(spot.picture(value.get().shown()));
    }
    if (outside.search() instanceof FieldValue.Search.Found found) {
      return Optional.of(spot.picture(found.picture()));
    }
    return standIn(spot).or(() -> fallback(name).map(spot::picture));
  }

  private Optional<String> fallback(String name) {
    return Optional.ofNullable(fields.byName().get(name))
        .flatMap(field -> field.field().fallback());
  }

  private Optional<Node.Present> standIn(Spot spot) {
    return spot.layer()
        .standIn()
        .map(
            standIn ->
                standIn instanceof StandIn.Initials initials
                    ? initials(spot, initials)
                    : spot.picture(((StandIn.Asset) standIn).path()));
  }

  /** A fallback such as "there" is nobody's name, so that its letters would mean nothing. */
  private Node.Present initials(Spot spot, StandIn.Initials initials) {
    Optional<String> name =
        Optional.ofNullable(fields.byName().get(initials.field()))
            .filter(field -> field.state() == ResolvedField.State.GIVEN)
            .flatMap(ResolvedField::value)
            .map(FieldValue::shown);
    Rgba fill = colour(initials.palette(), name.orElse(""));
    Rgba ink =
        fill.contrastWith(Rgba.WHITE) >= fill.contrastWith(Rgba.BLACK) ? Rgba.WHITE : Rgba.BLACK;
    return new Node.Initials(spot.index(), spot.placement(), fill, ink, name.flatMap(Initials::of));
  }

  /** The same for a name on every node, and spread over the palette. */
  private static Rgba colour(List<Rgba> palette, String name) {
    int hash = name.hashCode() * 0x9e3779b1;
    return palette.get(Math.floorMod(hash ^ hash >>> 15, palette.size()));
  }

  /** A layer and where it stands. */
  private record Spot(int index, Placement placement, ImageLayer layer) {
    Node.Present picture(String path) {
      return picture(path, Optional.empty());
    }

    Node.Present picture(OutsidePicture outside) {
      return picture("outside", Optional.of(outside));
    }

    private Node.Present picture(String path, Optional<OutsidePicture> outside) {
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
