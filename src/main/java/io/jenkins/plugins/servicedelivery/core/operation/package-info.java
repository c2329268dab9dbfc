/**
 * Everything that takes time: operations as values, their records, and the one loop that drives them.
 * What a particular operation does belongs to its own feature.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.core.operation;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
