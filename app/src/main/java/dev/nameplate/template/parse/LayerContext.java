package dev.nameplate.template.parse;

import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Size;
import dev.nameplate.template.TemplateAssets;
import dev.nameplate.template.fault.FaultCollector;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.wording.Liquid;
import java.util.List;
import java.util.Map;

/**
 * What readers of layers need of the template.
 *
 * @param assets of the template
 * @param canvas size in px at 1x
 * @param rightToLeft whether the template's locale is written from right to left
 * @param fields by name, in the order of the file
 * @param palette at least one color
 * @param liquid parses wordings and conditions
 * @param faults gets all faults
 */
record LayerContext(
    TemplateAssets assets,
    Size canvas,
    boolean rightToLeft,
    Map<String, Field> fields,
    List<Rgba> palette,
    Liquid liquid,
    FaultCollector faults) {}
