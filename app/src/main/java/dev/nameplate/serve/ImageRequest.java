package dev.nameplate.serve;

import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;

/** A request for a picture that is offered. */
public record ImageRequest(
    Template template, Scale scale, Format format, RawQuery query, ClientContext asker) {}
