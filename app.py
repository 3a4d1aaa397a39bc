"""What Streamlit serves: `streamlit run app.py`."""

import streamlit as st

from workbench.api.routes import ROUTES
from workbench.ui.serving import SCRIPT, ready

app = st.App(SCRIPT, routes=ROUTES, lifespan=ready)
