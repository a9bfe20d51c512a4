package dev.nameplate.batch.job;

import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.pipeline.PictureRenderer;
import dev.nameplate.serve.RenderExecutor;

/**
 * What jobs are worked on with.
 *
 * @param renderer resolves fields and draws, as the server does
 * @param executor whose background lane draws, so that live pictures go first
 * @param templates keeps the template of a job as it was
 * @param ring signs and seals URLs; may be empty
 */
public record JobTools(
    PictureRenderer renderer, RenderExecutor executor, JobTemplates templates, KeyRing ring) {}
