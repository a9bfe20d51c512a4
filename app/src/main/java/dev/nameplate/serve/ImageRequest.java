package dev.nameplate.serve;

import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;

/**
 * A request for a picture that its template offers.
 *
 * @param template the one that the URL names; its standard design is chosen later, by the values
 * @param scale one of the template's scales
 * @param format one of the template's formats, available on this machine
 * @param query as it was received, after verification of the URL
 * @param client what decides between a picture, a 304 and a degraded picture
 */
public record ImageRequest(
    Template template, Scale scale, Format format, RawQuery query, ClientContext client) {}
