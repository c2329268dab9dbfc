/**
 * What people look at: pages, rows, tabs and what is exported of them. A view reads the index and the stories beside the
 * builds; it never loads builds to draw a page and never asks a cluster.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.jenkins.views;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
