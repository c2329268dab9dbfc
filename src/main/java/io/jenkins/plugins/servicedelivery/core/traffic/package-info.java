/**
 * Routes: how the requests of a service are divided among its versions.
 * Why they are divided so does not belong here.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.core.traffic;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
