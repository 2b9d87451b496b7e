"""The address of the page that shows all blocks."""

from django.urls import path

from wederkerig.web.vormgeving import views

urlpatterns = [path("", views.stijlgids, name="stijlgids")]
