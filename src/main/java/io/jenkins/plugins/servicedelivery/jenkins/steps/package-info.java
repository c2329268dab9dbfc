/**
 * The verbs of the product as Pipeline steps: one thin step per verb, and one durable execution that they all share.
 * Rules of delivery do not belong here.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
