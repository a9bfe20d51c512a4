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
 * What the readers of all kinds of layers know of the template.
 *
 * @param assets of the template
 * @param fields by name, in order
 * @param rightToLeft whether the template's locale is read from the right
 * @param palette at least one colour
 * @param faults where all that is wrong is noted
 */
record LayerContext(
    TemplateAssets assets,
    Size canvas,
    boolean rightToLeft,
    Map<String, Field> fields,
    List<Rgba> palette,
    Liquid liquid,
    FaultCollector faults) {}
