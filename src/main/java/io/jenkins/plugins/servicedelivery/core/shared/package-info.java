/**
 * Words that every other package speaks: names, places, problems, findings, digests, fences, time and commands.
 * Nothing here knows what a release or an image is; a word that only one feature uses lives with that feature.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.core.shared;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
