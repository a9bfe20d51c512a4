package dev.nameplate.scene;

/**
 * What besides a template and its values decides a picture's bytes.
 *
 * @param version of this program
 * @param runtime of Java: builds differ in how they rasterise
 * @param fontsDigest SHA-256 in hex over every font file and their order
 */
public record EngineIdentity(String version, String runtime, String fontsDigest) {}
