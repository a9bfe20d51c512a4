package dev.nameplate.scene;

import dev.nameplate.geometry.Alignment;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.VerticalAlignment;
import dev.nameplate.merge.FieldValue;
import dev.nameplate.merge.Initials;
import dev.nameplate.merge.MergedFields;
import dev.nameplate.merge.OutsidePicture;
import dev.nameplate.merge.ResolvedField;
import dev.nameplate.template.ImageLayer;
import dev.nameplate.template.StandIn;
import dev.nameplate.template.TextStyle;
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
  private static final double INSET = 0.14;
  private static final double LETTERS = 0.4;
  private static final double LEAST_LETTERS = 0.12;

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
    Box disc = disc(spot.placement().box());
    return new Node.Initials(
        spot.index(),
        spot.placement(),
        disc,
        fill,
        ink,
        name.flatMap(Initials::of).map(letters -> letters(spot, disc, ink, letters)));
  }

  /** The same for a name on every node, and spread over the palette. */
  private static Rgba colour(List<Rgba> palette, String name) {
    int hash = name.hashCode() * 0x9e3779b1;
    return palette.get(Math.floorMod(hash ^ hash >>> 15, palette.size()));
  }

  private static Box disc(Box box) {
    double side = Math.min(box.width(), box.height());
    return new Box(box.centreX() - side / 2, box.centreY() - side / 2, side, side);
  }

  private static Node.Text letters(Spot spot, Box disc, Rgba ink, String letters) {
    TextStyle style =
        new TextStyle(
            StandIn.Initials.FONT,
            StandIn.Initials.WEIGHT,
            disc.width() * LETTERS,
            disc.width() * LEAST_LETTERS,
            1,
            1.2,
            0,
            Alignment.CENTER,
            VerticalAlignment.MIDDLE,
            ink,
            Optional.empty(),
            Optional.empty());
    Placement inside =
        new Placement(disc.grown(-INSET * disc.width()), 1, spot.placement().rotate());
    return new Node.Text(spot.index(), inside, style, List.of(new Node.Rung(0, letters)));
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
          layer.circle());
    }
  }
}
