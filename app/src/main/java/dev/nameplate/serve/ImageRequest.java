package dev.nameplate.serve;

import dev.nameplate.encode.Format;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.RawQuery;
import dev.nameplate.template.Template;
import java.util.function.Predicate;

/**
 * A request for a picture that is offered.
 *
 * @param holds whether the asker already has the picture of an ETag
 */
public record ImageRequest(
    Template template, Scale scale, Format format, RawQuery query, Predicate<String> holds) {}
