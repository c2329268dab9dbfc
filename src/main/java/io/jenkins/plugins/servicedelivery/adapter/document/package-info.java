/**
 * Documents: YAML and JSON text as a tree in which everything knows its place, and the codecs between such trees and
 * the values of the core. What the values mean does not belong here.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.adapter.document;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
